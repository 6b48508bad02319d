/** Milliseconds of work after which whoever waits is shown that it goes on, and then between one sign and the next. */
export interface Patience {
  readonly first: number;
  readonly next: number;
}

/** Teams shows a sign for some three seconds. */
const defaultPatience: Patience = { first: 1000, next: 3000 };

/** Does work, and shows that somebody writes while it takes long; what goes wrong with showing is of no consequence. */
export async function whileTyping<T>(
  work: () => Promise<T>,
  show: () => Promise<unknown>,
  { first, next }: Patience = defaultPatience,
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
