import { describe, expect, test } from 'vitest';

import type { Knowledge } from '../../bot/domain/knowledge.ts';
import { openKnowledge, type LiveKnowledge } from '../../bot/service/knowledge.ts';
import type { KnowledgeFiles, KnowledgeSource, Log } from '../../bot/service/ports.ts';
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

const logged: string[] = [];
const log: Log = (level, event) => void logged.push(`${level} ${event}`);

async function opened(source: KnowledgeSource, take?: (knowledge: Knowledge) => void): Promise<LiveKnowledge> {
  logged.length = 0;
  const result = await openKnowledge({ source, log, ...(take && { take }) });
  if (result.kind === 'refused') throw new Error('The sample has problems.');
  return result.knowledge;
}

const renamed = smallReplacing('intents/bot.yaml', 'name: Aurora', 'name: Alba');
const broken = smallReplacing('intents/bot.yaml', 'name: Aurora', 'nam: Aurora');

describe('the knowledge in force', () => {
  test('is refused at the start when there are problems', async () => {
    const result = await openKnowledge({ source: handSource(broken).source, log });
    expect(result.kind === 'refused' && result.problems.map(({ code }) => code)).toEqual([
      'missing-key',
      'unknown-key',
    ]);
  });

  test('changes with its files, told before it does', async () => {
    const { source, change } = handSource(smallFiles());
    const taken: string[] = [];
    const knowledge = await opened(source, ({ botName }) => taken.push(botName));
    change(renamed);
    await knowledge.close();
    expect([knowledge.current().botName, knowledge.problems(), taken, logged]).toEqual([
      'Alba',
      [],
      ['Aurora', 'Alba'],
      ['info knowledge-changed'],
    ]);
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

  test('stays as it is when what is made of a change fails', async () => {
    const { source, change } = handSource(smallFiles());
    const knowledge = await opened(source, ({ botName }) => {
      if (botName === 'Alba') throw new Error('no mind can be made of it');
    });
    change(renamed);
    await knowledge.close();
    expect([knowledge.current().botName, logged]).toEqual(['Aurora', ['error knowledge-failed']]);
  });

  test('is followed no more once it is closed', async () => {
    const { source, watched } = handSource(smallFiles());
    const knowledge = await opened(source);
    expect(watched()).toBe(true);
    await knowledge.close();
    expect(watched()).toBe(false);
  });
});
