import type { Choice } from '../../domain/message.ts';

/*
 * Choices as buttons under a message. A button brings back 64 bytes at most, and the value of a choice may be longer: so it brings
 * the number of the message in its thread and the place of the choice, and the transcript knows the rest.
 */

/** A button as Telegram wants it. */
export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

/** What a pressed button stands for. */
export interface Pressed {
  readonly seq: number;
  /** From 0. */
  readonly index: number;
}

/** Characters of a label that leave room for others beside it. */
const short = 4;
/** Buttons that stand side by side. */
const side = 6;

/** The rows of buttons for the choices of message `seq`: short labels side by side, so that 0 to 10 takes two rows, and each other alone. */
export function keyboard(seq: number, choices: readonly Choice[]): readonly (readonly Button[])[] {
  const rows: Button[][] = [];
  let room = 0;
  for (const [index, { label }] of choices.entries()) {
    if (label.length > short) room = 0;
    else if (room === 0) room = perRow(choices.slice(index));
    const row = rows.at(-1);
    const button = { text: label, callback_data: `${seq}:${index}` };
    if (row !== undefined && row.length < room && (row[0]?.text.length ?? 0) <= short) row.push(button);
    else rows.push([button]);
  }
  return rows;
}

/** How many of the short labels at the beginning share a row, so that their rows are as long as each other. */
function perRow(choices: readonly Choice[]): number {
  const end = choices.findIndex(({ label }) => label.length > short);
  const count = end === -1 ? choices.length : end;
  return Math.ceil(count / Math.ceil(count / side));
}

/** Reads what a button brought back; undefined when it is none of ours. */
export function readPressed(data: string): Pressed | undefined {
  const [, seq, index] = /^(\d{1,9}):(\d{1,3})$/.exec(data) ?? [];
  return seq === undefined || index === undefined ? undefined : { seq: Number(seq), index: Number(index) };
}
