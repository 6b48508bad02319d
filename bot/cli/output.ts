/** Where a command writes: what was asked for, and what went wrong. A line break is added to each text. */
export interface Output {
  readonly line: (text: string) => void;
  readonly error: (text: string) => void;
}
