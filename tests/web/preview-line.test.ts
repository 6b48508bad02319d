import { expect, test } from 'vitest';

import { attributesOf, tagOf } from '../../bot/web/preview/client/line.ts';

const src = 'https://care.example/widget.js';
const tag = (form: Record<string, string>) => tagOf(src, attributesOf(new Map(Object.entries(form))));

test('a form that is left alone gives the bare line', () => {
  expect(tag({ language: '', side: '', color: '#0a6e5c', title: '', 'greeting-after': '10' })).toBe(
    `<script src="${src}" async></script>`,
  );
});

test('what is chosen stands in the line, and quotes cannot end it', () => {
  const form = {
    language: 'it',
    side: 'left',
    tinted: 'on',
    color: '#0a6e5c',
    title: 'Aiuto "<b>" & co',
    greets: 'on',
    greeting: ' ',
    'greeting-after': '5',
    'greeting-on': '/cassa*',
    open: 'on',
    identity: 'on',
  };
  expect(tag(form)).toBe(
    `<script src="${src}" data-language="it" data-side="left" data-color="#0a6e5c" ` +
      'data-title="Aiuto &quot;&lt;b&gt;&quot; &amp; co" data-greeting data-greeting-after="5" ' +
      'data-greeting-on="/cassa*" data-open data-identity="…" async></script>',
  );
});
