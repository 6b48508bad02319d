/*
 * What is made from a large corpus takes longer than a customer should wait for an answer. So it is made in steps: a generator that
 * yields about every ten milliseconds of work, wherever its thread may do something else.
 */
/** Something that is made in steps. */
export type Making<Made> = Generator<undefined, Made>;

/** Makes it all at once. */
export function atOnce<Made>(making: Making<Made>): Made {
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}

/** Does something with each number from 0 to `count` - 1, so many in a step. */
export function* eachInSteps(count: number, inStep: number, work: (at: number) => void): Making<void> {
  for (let at = 0; at < count; at++) {
    work(at);
    if ((at + 1) % inStep === 0) yield;
  }
}
