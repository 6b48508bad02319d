/** Milliseconds of work after which whoever waits is shown that it goes on, and then between one sign and the next. */
export interface Patience {
  readonly first: number;
  readonly next: number;
}

/** Does work, and shows that somebody writes while it takes long; what goes wrong with showing is of no consequence. */
export async function whileTyping<T>(
  work: () => Promise<T>,
  show: () => Promise<unknown>,
  { first, next }: Patience,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    timer = setTimeout(again, next);
    show().catch(() => {});
  };
  timer = setTimeout(again, first);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
