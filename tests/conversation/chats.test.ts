import { describe, expect, test } from 'vitest';
import { replay } from './replay.ts';
import { sampleMind } from './sample.ts';
import { scripts } from './script.ts';

/* The scripted chats, on the sample knowledge and with the real understanding: what a customer of the shop would see. */

const mind = sampleMind();

describe('the chats of tests/conversations', () => {
  test.each(scripts())('$file: $script.title', async ({ script }) => {
    expect(await replay(script, mind)).toEqual(script.chat);
  });
});
