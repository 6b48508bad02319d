import type { Change, Feed, Signal } from '../service/ports.ts';

/** A feed within this process: listeners hear of a change at once, in the order in which they subscribed. */
export function createFeed(): Feed {
  const changes = listeners<Change>();
  const signals = listeners<Signal>();
  return { publish: changes.tell, subscribe: changes.add, signal: signals.tell, onSignal: signals.add };
}

function listeners<T>() {
  // Each subscription is an object of its own, so that one function may subscribe twice and end once.
  const subscriptions = new Set<{ readonly listener: (told: T) => void }>();
  return {
    tell: (told: T): void => {
      for (const { listener } of subscriptions) tell(listener, told);
    },
    add: (listener: (told: T) => void): (() => void) => {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => void subscriptions.delete(subscription);
    },
  };
}

/** What was saved is saved: a page that cannot be told harms neither the turn nor the other pages. */
function tell<T>(listener: (told: T) => void, told: T): void {
  try {
    listener(told);
  } catch (error) {
    process.emitWarning('A listener of the feed threw; the others were told all the same.', {
      code: 'SPORTELLO_FEED_LISTENER',
      detail: error instanceof Error ? whereabouts(error) : typeof error,
    });
  }
}

/** Without its message, which may hold what a customer wrote. */
function whereabouts({ name, stack = '' }: Error): string {
  return [name, ...stack.split('\n').filter((line) => line.startsWith('    at '))].join('\n');
}
