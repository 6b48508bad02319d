/** Where a command writes: what was asked for, and what went wrong. A line break is added to each text. */
export interface Output {
  line(text: string): void;
  error(text: string): void;
}
