import type { Change, Feed } from '../service/ports.ts';

/** A feed within this process: listeners hear of a change at once, in the order in which they subscribed. */
export function createFeed(): Feed {
  // Each subscription is an object of its own, so that one function may subscribe twice and end once.
  const subscriptions = new Set<{ readonly listener: (change: Change) => void }>();
  return {
    publish(change) {
      for (const { listener } of subscriptions) tell(listener, change);
    },
    subscribe(listener) {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => void subscriptions.delete(subscription);
    },
  };
}

/** What was saved is saved: a page that cannot be told harms neither the turn nor the other pages. */
function tell(listener: (change: Change) => void, change: Change): void {
  try {
    listener(change);
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
