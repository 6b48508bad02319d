import { writeSync } from 'node:fs';
import { openStore } from '../../bot/store/open.ts';
import { aConversation, aMessage, aTurn } from './given.ts';

/* Saves turns on several threads for ever, and says of each one that is saved: thread and version. */
const store = await openStore(process.argv[2] ?? '');
await Promise.all(
  ['t1', 't2', 't3', 't4', 't5', 't6'].map(async (threadId) => {
    for (let version = 1; ; version += 1) {
      const conversation = aConversation({ threadId, customerMessages: version });
      const messages = [2 * version - 1, 2 * version].map((seq) =>
        aMessage(conversation, seq, { text: `turn ${version}` }),
      );
      const turn = aTurn(conversation, { expectedVersion: version - 1, messages, activityId: `a${version}` });
      if ((await store.commit(turn)) !== 'saved') throw new Error(`${threadId} ${version} was not saved`);
      writeSync(1, `${threadId} ${version}\n`);
    }
  }),
);
