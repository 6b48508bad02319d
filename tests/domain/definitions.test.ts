import { expect, test } from 'vitest';
import { definitionsDocument } from '../../bot/domain/definitions-document.ts';

test('docs/figures.md says what the desk’s page of definitions says; after a change run this test with -u', async () => {
  await expect(definitionsDocument()).toMatchFileSnapshot('../../docs/figures.md');
});
