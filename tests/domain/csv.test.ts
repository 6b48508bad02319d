import { expect, test } from 'vitest';
import { csvLine } from '../../bot/domain/csv.ts';

test('a line of CSV quotes what it must, and nothing in it becomes a formula', () => {
  expect(csvLine(['a', 'b, "c"', 'd\ne', 5, -0.5, true, undefined, null])).toBe(
    'a,"b, ""c""","d\ne",5,-0.5,true,,\r\n',
  );
  expect(csvLine(['=1+1', '+39 051', '-5', '@x', '\tx', '=HYPERLINK("x")'])).toBe(
    `'=1+1,'+39 051,'-5,'@x,"'\tx","'=HYPERLINK(""x"")"\r\n`,
  );
  // A spreadsheet that separates with semicolons or tabs begins a cell there, and one that knows no quotes a line.
  expect(csvLine(['a;=1+1', 'a;b', ' =1', '＝1', 'a\n@x', 'a - b = c'])).toBe(
    `"a;'=1+1","a;b",' =1,'＝1,"a\n'@x",a - b = c\r\n`,
  );
});
