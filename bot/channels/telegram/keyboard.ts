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

/** The rows of buttons for the choices of message `seq`; short labels share a row, so that 0 to 10 takes two. */
export function keyboard(seq: number, choices: readonly Choice[]): readonly (readonly Button[])[] {
  const buttons = choices.map(({ label }, index) => ({ text: label, callback_data: `${seq}:${index}` }));
  const longest = Math.max(...choices.map(({ label }) => label.length));
  const most = longest <= 3 ? 6 : longest <= 12 ? 2 : 1;
  const rows = Math.ceil(buttons.length / most);
  const perRow = Math.ceil(buttons.length / rows);
  return Array.from({ length: rows }, (_, row) => buttons.slice(row * perRow, (row + 1) * perRow));
}

/** Reads what a button brought back; undefined when it is none of ours. */
export function readPressed(data: string): Pressed | undefined {
  const [, seq, index] = /^(\d{1,9}):(\d{1,3})$/.exec(data) ?? [];
  return seq === undefined || index === undefined ? undefined : { seq: Number(seq), index: Number(index) };
}
