import type { Localized } from '../../domain/language.ts';

export interface PreviewTexts {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly options: string;
  readonly language: string;
  readonly auto: string;
  readonly side: string;
  readonly right: string;
  readonly left: string;
  readonly colour: string;
  readonly ownColour: string;
  readonly name: string;
  readonly nameHint: string;
  readonly label: string;
  readonly labelHint: string;
  readonly greets: string;
  readonly greeting: string;
  readonly after: string;
  readonly on: string;
  readonly onHint: string;
  readonly open: string;
  readonly identity: string;
  readonly identityHint: string;
  readonly line: string;
  readonly copy: string;
  readonly copied: string;
  readonly look: string;
  readonly wide: string;
  readonly phone: string;
  readonly again: string;
  readonly frame: string;
  readonly real: string;
  readonly before: string;
  readonly origins: string;
  readonly noOrigins: string;
  readonly policy: string;
  readonly sampleTitle: string;
  readonly sampleText: string;
}

export const texts: Localized<PreviewTexts> = {
  it: {
    title: 'La chat sul tuo sito',
    description: 'Prova le opzioni della chat e copia la riga da mettere sul tuo sito.',
    lead: 'Scegli come deve apparire: l’anteprima cambia subito. Poi copia la riga in fondo alle pagine del tuo sito.',
    options: 'Opzioni',
    language: 'Lingua',
    auto: 'quella della pagina',
    side: 'Lato',
    right: 'destra',
    left: 'sinistra',
    colour: 'Colore',
    ownColour: 'Usa il mio colore (il testo resta leggibile con ogni colore)',
    name: 'Titolo della chat',
    nameHint: 'Se vuoto, il nome del bot',
    label: 'Parole sul pulsante',
    labelHint: 'Se vuoto, solo l’icona',
    greets: 'Saluta per primo, una volta per visitatore',
    greeting: 'Saluto',
    after: 'Dopo secondi',
    on: 'Solo su queste pagine',
    onHint: 'Per esempio: /carrello* /cassa (nell’anteprima compare comunque)',
    open: 'Apri da sola su schermi grandi',
    identity: 'Il mio sito firma chi è il cliente',
    identityHint: 'La firma la fa il tuo server, a ogni pagina: vedi docs/widget.it.md.',
    line: 'La riga da copiare',
    copy: 'Copia',
    copied: 'Copiata',
    look: 'Anteprima',
    wide: 'Schermo grande',
    phone: 'Telefono',
    again: 'Ricomincia',
    frame: 'Pagina di prova con la chat',
    real: 'È la chat vera: quello che scrivi qui arriva al banco.',
    before: 'Prima di metterla sul sito',
    origins: 'La chat si apre solo sui siti di ALLOWED_ORIGINS. Adesso, oltre a questo:',
    noOrigins: 'nessuno',
    policy: 'Se il tuo sito ha una Content-Security-Policy, aggiungi:',
    sampleTitle: 'Il tuo negozio',
    sampleText: 'Una pagina qualsiasi, come la vedono i tuoi clienti.',
  },
  en: {
    title: 'The chat on your site',
    description: 'Try the options of the chat and copy the line for your site.',
    lead: 'Choose how it should look: the preview changes at once. Then copy the line to the end of your site’s pages.',
    options: 'Options',
    language: 'Language',
    auto: 'that of the page',
    side: 'Side',
    right: 'right',
    left: 'left',
    colour: 'Colour',
    ownColour: 'Use my colour (the text can be read on any)',
    name: 'Title of the chat',
    nameHint: 'When empty, the bot’s name',
    label: 'Words on the button',
    labelHint: 'When empty, the icon alone',
    greets: 'Speak first, once a visitor',
    greeting: 'Greeting',
    after: 'After seconds',
    on: 'On these pages only',
    onHint: 'For instance: /cart* /checkout (the preview shows it all the same)',
    open: 'Open by itself on wide screens',
    identity: 'My site signs who the customer is',
    identityHint: 'Your server signs, for each page: see docs/widget.en.md.',
    line: 'The line to copy',
    copy: 'Copy',
    copied: 'Copied',
    look: 'Preview',
    wide: 'Wide screen',
    phone: 'Phone',
    again: 'Start over',
    frame: 'Sample page with the chat',
    real: 'This is the real chat: what you write here reaches the desk.',
    before: 'Before you put it on your site',
    origins: 'The chat opens on the sites of ALLOWED_ORIGINS only. At present, beside this one:',
    noOrigins: 'none',
    policy: 'If your site has a Content-Security-Policy, add:',
    sampleTitle: 'Your shop',
    sampleText: 'Any page, as your customers see it.',
  },
};
