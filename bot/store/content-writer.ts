import type { Question } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import type { TurnRecord } from '../service/ports.ts';
import type { Database } from './database.ts';
import { missedWords } from './missed-words.ts';
import { storable } from './text.ts';

/** Makes what writes down, with each turn, which entries were answered, what became of it, and what was missed. */
export function contentWriter(database: Database): (turn: TurnRecord) => void {
  const insertAnswer = database.prepare(
    `INSERT INTO answers (conversation_id, seq, entry, given_by, at, channel, language, revision)
     VALUES ($conversationId, $seq, $entry, $givenBy, $at, $channel, $language, $revision)`,
  );
  const reject = database.prepare(
    `UPDATE answers SET outcome = 'rejected' WHERE conversation_id = $conversationId AND at = $at AND outcome IS NULL`,
  );
  const solve = database.prepare(
    `UPDATE answers SET outcome = 'solved' WHERE conversation_id = $conversationId AND given_by = $by AND outcome IS NULL
       AND at = (SELECT max(at) FROM answers WHERE conversation_id = $conversationId)`,
  );
  const insertMissed = database.prepare(
    `INSERT INTO missed_questions (conversation_id, at, words, text, reason, nearest, confidence, channel, language)
     SELECT $conversationId, $at, $words, $text, $reason, $nearest, $confidence, $channel, $language
     WHERE NOT EXISTS (SELECT 1 FROM missed_questions WHERE conversation_id = $conversationId AND at = $at AND text = $text)
     ON CONFLICT (conversation_id, at, words) DO NOTHING`,
  );

  return (turn) => {
    const { conversation, messages } = turn;
    const conversationId = storable(conversation.id);
    const { channel } = conversation.thread;
    for (const message of messages) {
      const given = answerIn(message, turn);
      if (given === undefined) continue;
      const { seq, at, language } = message;
      insertAnswer.run({ conversationId, seq, at, channel, language, ...given });
    }
    const last = conversation.answered.at(-1);
    if (last?.rejected === true) reject.run({ conversationId, at: last.at });
    const by = solverOf(turn);
    if (by !== undefined) solve.run({ conversationId, by });
    for (const question of touched(conversation.questions)) {
      const reason = whyMissed(question);
      if (reason === undefined) continue;
      const words = storable(missedWords(question.text));
      if (words === '') continue;
      const [nearest] = question.candidates;
      insertMissed.run({
        conversationId,
        at: question.at,
        words,
        text: storable(question.text),
        reason,
        nearest: nearest?.id ?? null,
        confidence: nearest?.confidence ?? null,
        channel,
        language: conversation.language,
      });
    }
  };
}

/** Those that a turn can have changed: the newest, which came at one time, and the one before, which may prove missed. */
function touched(questions: readonly Question[]): readonly Question[] {
  const newest = questions.findIndex(({ at }) => at === questions.at(-1)?.at);
  return questions.slice(Math.max(newest - 1, 0));
}

/** Small talk names its entry, too, but is no answer: what the bot answered stands in the conversation. */
function answerIn({ author, answer, at }: Message, { conversation }: TurnRecord) {
  if (answer === undefined) return undefined;
  const given = { entry: answer.entry, revision: answer.revision };
  if (author === 'agent') return { ...given, givenBy: 'agent' };
  const answered = conversation.answered.some((each) => each.entry === answer.entry && each.at === at);
  return answered ? { ...given, givenBy: 'bot' } : undefined;
}

/** Who solved it, in the turn that closes it. */
function solverOf({ conversation, messages }: TurnRecord): 'bot' | 'agent' | undefined {
  const { solved, closedAt } = conversation;
  // What is said after the closing (a rating, thanks) changes nothing any more.
  if (closedAt === undefined || solved === undefined || messages.some(({ at }) => at > closedAt)) return undefined;
  if (solved === 'agent') return 'agent';
  return solved === 'nobody' ? undefined : 'bot';
}

function whyMissed({ missed, decision }: Question): string | undefined {
  if (missed !== undefined) return missed;
  return decision === 'handoff' ? 'unsure' : decision === 'noise' ? 'noise' : undefined;
}
