import type { ExplainedQuestion, QuestionExplanation } from '../../../service/explained.ts';
import type { ShownConversation } from '../../desk-conversations.ts';
import { customerName } from './customer-name.ts';
import { el, since } from './dom.ts';
import { language, texts } from './texts.ts';
import { clockTime } from './time-words.ts';
import { percent } from './transcript.ts';

export interface Brief {
  readonly root: HTMLDetailsElement;
  update(conversation: ShownConversation): void;
}

/** Wide enough for the brief to stand open beside the transcript. */
const beside = window.matchMedia('(min-width: 1100px)');

/** What an agent wants to know before the first word: why, who, since when, and what was asked. */
export function createBrief(): Brief {
  const content = el('div', { class: 'brief-content' });
  const root = el('details', { class: 'brief' }, el('summary', {}, texts().brief), content);
  root.open = beside.matches;
  beside.addEventListener('change', () => (root.open = beside.matches));
  let shown = '';
  return {
    root,
    update(conversation) {
      const { messages: _, now: __, lastAt: ___, ...facts } = conversation;
      const key = JSON.stringify(facts);
      if (key === shown) return;
      shown = key;
      content.replaceChildren(factRows(conversation), ...questions(conversation.questions, conversation.language));
    },
  };
}

function factRows(conversation: ShownConversation): HTMLElement {
  const { briefOf, reason, languageNames, channels } = texts();
  const open = conversation.status === 'waiting';
  const rows: [string, string | Node | undefined][] = [
    [briefOf.reason, conversation.reason && reason(conversation.reason)],
    [briefOf.waiting, open && conversation.queuedAt !== undefined ? since(conversation.queuedAt) : undefined],
    [briefOf.customer, customerName(conversation)],
    [briefOf.language, languageNames[conversation.language]],
    [briefOf.channel, channels[conversation.channel]],
    [briefOf.opened, clockTime(conversation.openedAt)],
  ];
  return el(
    'dl',
    { class: 'facts' },
    ...rows.flatMap(([name, value]) => (value === undefined ? [] : [el('dt', {}, name), el('dd', {}, value)])),
  );
}

function questions(asked: readonly ExplainedQuestion[], lang: string): HTMLElement[] {
  const { briefOf } = texts();
  const heading = el('h3', {}, briefOf.questions);
  if (asked.length === 0) return [heading, el('p', { class: 'empty' }, briefOf.noQuestions)];
  return [heading, el('ol', { class: 'asked' }, ...asked.map((question) => askedItem(question, lang)))];
}

function askedItem(question: ExplainedQuestion, lang: string): HTMLElement {
  const { became, briefOf } = texts();
  const candidates = question.candidates
    .slice(0, 3)
    .map(({ title, confidence }) => candidateItem(title, confidence, lang));
  return el(
    'li',
    {},
    el('q', { lang }, question.text),
    el('p', { class: 'became' }, `${became[question.decision]} · ${clockTime(question.at)}`),
    candidates.length > 0 && el('ul', { class: 'candidates', 'aria-label': briefOf.candidates }, ...candidates),
    why(question.explanation),
  );
}

function why(explanation: QuestionExplanation): HTMLElement {
  const { briefOf } = texts();
  switch (explanation.kind) {
    case 'knowledge-changed':
      return el('p', { class: 'became' }, briefOf.knowledgeChanged);
    case 'explained': {
      const sentences = explanation.sentences[language()].map((sentence) => el('li', {}, sentence));
      return el('details', { class: 'why' }, el('summary', {}, briefOf.why), el('ul', {}, ...sentences));
    }
  }
}

function candidateItem(title: string, confidence: number, lang: string): HTMLElement {
  const filled = el('span', {});
  filled.style.width = `${confidence * 100}%`;
  return el(
    'li',
    {},
    el('span', { lang }, title),
    el('span', { class: 'bar', 'aria-hidden': 'true' }, filled),
    el('span', { class: 'figure' }, el('span', { class: 'unseen' }, `${texts().confidence} `), percent(confidence)),
  );
}
