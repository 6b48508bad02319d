import { describe, expect, test } from 'vitest';
import { contactIn, isContactAlone, withoutContact, wordsBeside } from '../../bot/conversation/contact.ts';

describe('a contact is read out of free text', () => {
  test.each([
    ['mario@example.it', 'mario@example.it'],
    ['scrivetemi a Mario.Rossi+aurora@Posta.Example.IT, grazie!', 'mario.rossi+aurora@posta.example.it'],
    ['la mia mail: <mario@example.it>.', 'mario@example.it'],
    ['(mario_rossi@sub.example.co.uk)', 'mario_rossi@sub.example.co.uk'],
    ["mailto:o'hara@example.ie", "o'hara@example.ie"],
    ['mario@example.it o 333 1234567', 'mario@example.it'],
    ['333 1234567', '3331234567'],
    ['333/1234567', '3331234567'],
    ['chiamatemi al 333 123 45 67 dopo le 18', '3331234567'],
    ['+39 051 555 0142', '+390515550142'],
    ['0039 051-5550142', '+390515550142'],
    ['tel. (051) 555.0142, ordine BA-123456', '0515550142'],
    ['il 23/11/2026 al 333 1234567', '3331234567'],
    ['333 1234567 dopo le 18', '3331234567'],
    ['buongiorno, 0515550142', '0515550142'],
    ['il mio numero è 10023456', '10023456'],
    ['10023456', '10023456'],
    ['per il mio ordine 10023456 mi trovate sempre in negozio la mattina, il cell è 333 1234567', '3331234567'],
    ['my vase is broken, please call me on +44 20 7946 0018', '+442079460018'],
  ])('%s -> %s', (text, contact) => {
    expect(contactIn(text)?.contact).toBe(contact);
  });

  test.each([
    ['no'],
    ['mario at example punto it'],
    ['mario@example'],
    ['@example.it'],
    ['mario@@example.it'],
    ['ma..rio@example.it'],
    ['josé@example.it'],
    ['mario@example.it\u200bx'],
    [`${'a'.repeat(65)}@example.it`],
    [`a@${'b.'.repeat(150)}it`],
    ['il mio ordine è BA-12345678'],
    ['123456'],
    ['333 12345'],
    ['23/11/2026'],
    ['2026-11-23 e 24.11.2026'],
    ['1234567890123456789'],
    ['prodotto AB12345678'],
    ["dov'è il mio ordine 10023456?"],
    ['ordine numero 10023456'],
    ['il numero del mio ordine è 3331234567'],
    ['P.IVA 12345678901'],
    ['tracking 0123456789012'],
    ['dove è finito 10023456'],
    ['ho comprato tre vasi e due piatti il mese scorso, 3331234567'],
  ])('%s is none', (text) => {
    expect(contactIn(text)).toBeUndefined();
  });

  test.each([
    ['333 1234567', 'plain'],
    ['mario@example.it', 'plain'],
    ['chiamatemi al 333 1234567 dopo le 18', 'plain'],
    ['3331234567 è il mio telefono', 'plain'],
    ['333 1234567 dopo le 18', 'likely'],
  ])('"%s" is %sly one', (text, certainty) => {
    expect(contactIn(text)?.certainty).toBe(certainty);
  });

  test.each([
    ['mi è arrivato un vaso rotto, chiamatemi al 333 1234567', ['arrivato', 'vaso', 'rotto']],
    ['scrivetemi pure a mario.rossi@example.it, grazie', ['pure']],
    ['il mio numero è 333 1234567, chiamatemi dopo le 18', ['dopo']],
    ['mario chiocciola example punto it', []],
    ['mario@example', []],
  ])('beside how to be reached, "%s" says %j', (text, words) => {
    expect(wordsBeside(text)).toEqual(words);
  });

  test('what is kept holds no line break, bracket or second address, whatever was written', () => {
    const odd = [
      'a@b.it\r\nBcc: c@d.it',
      'a@b.it,c@d.it',
      '"a b"@c.it x@y.it',
      '<script>@b.it e@f.it',
      '+39\n051 5550142',
    ];
    expect(odd.map((text) => contactIn(text)?.contact)).toEqual(['a@b.it', 'a@b.it', 'x@y.it', 'e@f.it', '0515550142']);
  });

  test('a hostile text is read in no time', () => {
    const hostile = ['a'.repeat(2_000), 'a.'.repeat(1_000), 'a@'.repeat(1_000), '1 '.repeat(1_000), '((1'.repeat(600)];
    expect(hostile.map(contactIn)).toEqual(hostile.map(() => undefined));
  });
});

test('what is said beside a contact is kept without it, and a message that is nothing else is kept whole', () => {
  const said: readonly [string, string][] = [
    ['Il divano è arrivato rotto, scrivetemi a mario@example.it', 'Il divano è arrivato rotto'],
    ['Il divano è rotto.\nE-mail: mario@@example\nGrazie', 'Il divano è rotto.\nGrazie'],
    ['chiamatemi al 333 1234567. La lampada non si accende', 'La lampada non si accende'],
    ['l’ordine 10023456 non arriva', 'l’ordine 10023456 non arriva'],
    ['avete scritto a luca@example.it invece che a me', 'avete scritto a luca@example.it invece che a me'],
    ['scrivetemi a mario@example.it', 'scrivetemi a mario@example.it'],
  ];
  expect(said.map(([text]) => [text, withoutContact(text)])).toEqual(said);
  expect(['bob@@example', 'ecco l’indirizzo: bob@@example', 'rimborso a bob@example.it'].map(isContactAlone)).toEqual([
    true,
    true,
    false,
  ]);
});
