import { describe, expect, test } from 'vitest';

import { openKnowledge, type LiveKnowledge } from '../../bot/service/knowledge.ts';
import { learnHere } from '../learn-here.ts';
import type { KnowledgeFiles, KnowledgeSource, Learner, Log } from '../../bot/service/ports.ts';
import { smallFiles, smallReplacing } from '../content/sample.ts';

/** A source that a test changes by hand. */
function handSource(first: KnowledgeFiles['files']) {
  let now: KnowledgeFiles = { files: first, problems: [] };
  let changed = () => {};
  let watched = false;
  const source: KnowledgeSource = {
    read: async () => now,
    watch: (listener) => {
      changed = listener;
      watched = true;
      return () => {
        watched = false;
      };
    },
  };
  return {
    source,
    watched: () => watched,
    change: (files: KnowledgeFiles['files']) => {
      now = { files, problems: [] };
      changed();
    },
  };
}

/** A learner that waits to be told to go on. */
function slowLearner() {
  const waiting: (() => void)[] = [];
  const learned: string[] = [];
  const asked = async (): Promise<void> => {
    while (waiting.length === 0) await new Promise(setImmediate);
  };
  const learner: Learner = {
    ...learnHere,
    learn: async (files, known) => {
      await new Promise<void>((goOn) => waiting.push(goOn));
      const lesson = await learnHere.learn(files, known);
      if (lesson.kind === 'learned') learned.push(lesson.knowledge.botName);
      return lesson;
    },
  };
  return {
    learner,
    asked,
    goOn: async () => {
      await asked();
      waiting.shift()?.();
    },
    learned: () => learned,
  };
}

const logged: string[] = [];
const log: Log = (level, event) => void logged.push(`${level} ${event}`);

async function opened(source: KnowledgeSource, learner: Learner = learnHere): Promise<LiveKnowledge> {
  logged.length = 0;
  const result = await openKnowledge({ source, log, learner });
  if (result.kind === 'refused') throw new Error('The sample has problems.');
  return result.knowledge;
}

const renamed = smallReplacing('intents/bot.yaml', 'name: Aurora', 'name: Alba');
const broken = smallReplacing('intents/bot.yaml', 'name: Aurora', 'nam: Aurora');

describe('the knowledge in force', () => {
  test('is refused at the start when there are problems', async () => {
    const result = await openKnowledge({ source: handSource(broken).source, log, learner: learnHere });
    expect(result.kind === 'refused' && result.problems.map(({ code }) => code)).toEqual([
      'missing-key',
      'unknown-key',
    ]);
  });

  test('changes with its files, and the mind with it', async () => {
    const { source, change } = handSource(smallFiles());
    const knowledge = await opened(source);
    change(renamed);
    await knowledge.close();
    expect([knowledge.current().botName, knowledge.mind().botName, knowledge.problems(), logged]).toEqual([
      'Alba',
      'Alba',
      [],
      ['info knowledge-changed'],
    ]);
  });

  test('answers as before while a change is being learned; of several changes the newest is taken', async () => {
    const { source, change } = handSource(smallFiles());
    const slow = slowLearner();
    const opening = opened(source, slow.learner);
    await slow.goOn();
    const knowledge = await opening;
    const before = knowledge.mind();
    change(renamed);
    await slow.asked();
    change(smallReplacing('intents/bot.yaml', 'name: Aurora', 'name: Bianca'));
    change(smallReplacing('intents/bot.yaml', 'name: Aurora', 'name: Carla'));
    expect(knowledge.mind()).toBe(before);
    expect(knowledge.current().botName).toBe('Aurora');
    await slow.goOn();
    await slow.asked();
    expect([knowledge.current().botName, knowledge.mind().botName]).toEqual(['Alba', 'Alba']);
    await slow.goOn();
    await knowledge.close();
    expect([knowledge.current().botName, slow.learned()]).toEqual(['Carla', ['Aurora', 'Alba', 'Carla']]);
  });

  test('stays as it is when the change has problems, which are told until they are mended', async () => {
    const { source, change } = handSource(smallFiles());
    const knowledge = await opened(source);
    const { revision } = knowledge.current();
    change(broken);
    await knowledge.close();
    expect([knowledge.current().botName, knowledge.problems().map(({ code }) => code), logged]).toEqual([
      'Aurora',
      ['missing-key', 'unknown-key'],
      ['error knowledge-refused'],
    ]);
    change(smallFiles());
    await knowledge.close();
    expect([knowledge.current().revision, knowledge.problems()]).toEqual([revision, []]);
  });

  test('stays as it is when a change cannot be learned', async () => {
    const { source, change } = handSource(smallFiles());
    let lessons = 0;
    const learner: Learner = {
      ...learnHere,
      learn: async (files, known) => {
        if (lessons++ > 0) throw new Error('no memory left');
        return await learnHere.learn(files, known);
      },
    };
    const knowledge = await opened(source, learner);
    change(renamed);
    await expect.poll(() => logged).toEqual(['error knowledge-failed']);
    expect(knowledge.current().botName).toBe('Aurora');
    await knowledge.close();
  });

  test('is followed no more once it is closed', async () => {
    const { source, watched } = handSource(smallFiles());
    const knowledge = await opened(source);
    expect(watched()).toBe(true);
    await knowledge.close();
    expect(watched()).toBe(false);
  });
});
