import type { Language } from '../domain/language.ts';

/** Where a command writes: what was asked for, and what went wrong. A line break is added to each text. */
export interface Output {
  /** Of whoever reads it. Problems and what editors use speak it; what is for operators alone is English. */
  readonly language: Language;
  readonly line: (text: string) => void;
  readonly error: (text: string) => void;
}
