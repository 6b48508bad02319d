import type { Language } from '../domain/language.ts';

/*
 * The words that hold a sentence together tell its language better than any library guesses from letters: they are few and
 * frequent. Folded, contractions opened. `foreign` holds German, Spanish, French and Portuguese ones. A word of two lists
 * tells nothing and is left out of both; one that is Italian or English is never foreign.
 */
const it =
  'il lo la gli le un uno una di del dello della dei degli delle al allo alla ai agli alle da dal dallo dalla dai dagli dalle nel nello nella ' +
  'nei negli nelle sul sullo sulla sui sugli sulle con per tra fra e ed o ma se che chi cui non ne ci vi mi ti si io tu lui lei noi voi loro ' +
  'mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra vostro vostra vostri vostre questo questa questi queste quello quella ' +
  'quelli quelle dove quando come perche quanto quanta quanti quante quale quali cosa sono sei siamo siete era erano ho hai ha abbiamo ' +
  'avete hanno avevo aveva stata stato posso puoi potete possiamo possono potrei potreste vorrei voglio vuole vogliamo devo deve dovete ' +
  'dovrei bisogna piu anche ancora gia mai sempre ora adesso poi prima dopo senza fare fate faccio fatto qui qua molto poco tutto tutti ' +
  'niente nulla nessuno qualcosa qualcuno ogni altro altra altri altre cosi pero quindi oppure invece stesso essere avere va vado sta sto in a';

const en =
  'the a an of to at by for with from and or but if that this these those which who whom whose what where when why how not is are was were be ' +
  'been being am have has had having do does did doing can could will would shall should may might must i you he she it we they me him her ' +
  'us them my your his its our their mine yours there here then than too very just also about into over after before because until while ' +
  'any some all each every no nor only own same so such up out off again once more most other get got need want please as on in come';

const elsewhere =
  'hallo danke hola gracias merci bonjour obrigado ola der das und ich nicht ist ein eine einen einem einer mein meine meinen meinem wo wann wie warum wieviel mit von zu zur zum auf fur bei aus ' +
  'sie wir ihr haben habe hat kann konnen mochte bitte sind sein wird werden noch auch nur aber oder wenn dass den dem des im wer welche ' +
  'el los las unos unas quiero puedo donde cuando esta estan para y pero mis sus que cual cuanto cuantos por ' +
  'sin es son soy tengo tiene tienen hay hace hacer hasta desde muy yo usted ustedes nosotros este esto eso ese ' +
  'les je nous vous ils mon votre vos est sont suis avez pas ou comment pourquoi combien avec pour dans sur ' +
  'chez cette ces et du au une puis peux voudrais veux os um uma nao meu minha onde voce voces ele ela eu com sem nos quero tem estou fazer';

const italian = new Set(it.split(' '));
const english = new Set(en.split(' '));

export const functionWords: Readonly<Record<Language | 'foreign', ReadonlySet<string>>> = {
  it: italian.difference(english),
  en: english.difference(italian),
  foreign: new Set(elsewhere.split(' ')).difference(italian).difference(english),
};

/** Function words that ask or deny, and so are half of a question: where + parcel. */
const askingWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  it: new Set('dove quando come perche quanto quanta quanti quante quale quali chi non senza'.split(' ')),
  en: new Set('where when how why what which who not'.split(' ')),
};

/** Tells whether a word says what a message is about; asking words do. */
export function isContent(word: string, language: Language): boolean {
  return word.length > 1 && (!allFunctionWords[language].has(word) || askingWords[language].has(word));
}

/** Verbs of function, which say what is to happen with the thing that is named: "fare un reso", "avete un negozio". */
const framingWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  it: new Set(
    (
      'fare fate faccio fatto ho hai ha abbiamo avete hanno avere essere sono sei siete posso puoi potete possiamo possono potrei potreste ' +
      'puo potremmo vorrei vorremmo volevo volevamo voglio vuole vogliamo devo deve dovete dovrei dovremmo va vado effettuare'
    ).split(' '),
  ),
  en: new Set(
    'do does did have has had get got can could may might must should will would shall need want come'.split(' '),
  ),
};

/** Verbs of one meaning count as one another in a frame. */
const alike = new Map(
  Object.entries({
    want: 'vorrei vorremmo volevo volevamo voglio vogliamo want need would',
    can: 'posso possiamo puo potrei potremmo can could may',
    must: 'devo dovrei dovremmo must should shall',
    make: 'fare effettuare',
  }).flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning] as const)),
);

/** The frame word that a word is; undefined when it is none. */
export function framing(word: string, language: Language): string | undefined {
  return framingWords[language].has(word) ? (alike.get(word) ?? word) : undefined;
}

/** All Italian and English ones, those of both languages too. */
export const allFunctionWords: Readonly<Record<Language, ReadonlySet<string>>> = { it: italian, en: english };
