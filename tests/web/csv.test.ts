import { expect, test } from 'vitest';
import { csvLine } from '../../bot/web/csv.ts';

test('a value is quoted where it must be, and none is a formula', () => {
  expect(csvLine(['a', undefined, 'b, c', 'say "hi"', '=HYPERLINK("x")', '+39', '-1', '@me'])).toBe(
    `a,,"b, c","say ""hi""","'=HYPERLINK(""x"")",'+39,'-1,'@me\r\n`,
  );
});
