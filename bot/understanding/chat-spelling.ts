import type { Language } from '../domain/language.ts';

/** How a short spelling is written out. */
export interface Spelling {
  readonly words: readonly string[];
  /** `chat` is told in the explanation; `contraction` is ordinary spelling. */
  readonly kind: 'chat' | 'contraction';
  /** Tells whether it applies to the word as it was written (lower case) after another one (empty: the first). */
  readonly of: (written: string, before: string) => boolean;
}

/** Chat spellings and contractions, keyed by the word without accents and apostrophes. */
export const chatSpellings: Readonly<Record<Language, ReadonlyMap<string, Spelling>>> = {
  it: table({
    chat:
      'cmq comunque|nn non|xke perche|xche perche|perke perche|prk perche|pk perche|xk perche|qnd quando|quand quando|qndo quando|' +
      'qnt quanto|qnto quanto|qlcs qualcosa|qlcsa qualcosa|qlc qualche|qlcn qualcuno|qlcuno qualcuno|grz grazie|graz grazie|thx grazie|x per|xo pero|' +
      'xro pero|ke che|k che|ki chi|ank anche|anke anche|kosa cosa|cs cosa|kome come|dv dove|dp dopo|sn sono|cn con|sl solo|tt tutto|tti tutti|' +
      'msg messaggio|mex messaggio|mess messaggio|tel telefono|num numero|nr numero|gg giorni|qst questo|qsto questo|qsta questa|qsti questi|' +
      'qll quello|dmn domani|risp risposta|nnt niente|bn bene|trp troppo|smpr sempre|prox prossimo|pls per favore|plz per favore|' +
      'pf per favore|xfavore per favore|xfav per favore|sped spedizione|ord ordine|pag pagamento|nssn nessuno|prob problema|' +
      'buongg buongiorno|bgiorno buongiorno|tnx grazie|ty grazie|sx sinistra|dx destra|asp aspetta|' +
      'abb abbastanza|ql quel|dll della|dl del|nl nel|cmnq comunque|cmnque comunque|nnn non|spe aspetta|cel cellulare|' +
      'cell cellulare|cm# come|kn con',
    contraction: 'dove+è dove e|cose+è cosa e|come+è come e|cose+é cosa e',
  }),
  en: table({
    chat:
      'pls please|plz please|plss please|pleas please|u you|ur your|r are|thx thanks|thnx thanks|tnx thanks|tks thanks|thanx thanks|ty thank you|' +
      'w8 wait|b4 before|2day today|2moro tomorrow|tmrw tomorrow|tmr tomorrow|tomo tomorrow|2nite tonight|gr8 great|l8 late|l8r later|m8 mate|' +
      'msg message|msgs messages|pkg package|pckg package|cuz because|coz because|cos because|bcz because|bc because|bcoz because|abt about|' +
      'hv have|hav have|recd received|rcvd received|acct account|acc account|addr address|pwd password|pw password|pswd password|idk i do not know|' +
      'wht what|wat what|wut what|hw how|dnt do not|wen when|nt not|amt amount|qty quantity|k ok|cud could|shud should|wud would|wanna want to|' +
      'gonna going to|gotta got to|gimme give me|lemme let me|kinda kind of|dunno do not know|yr your|yrs years|yea yes|yeah yes|yep yes|nope no|' +
      'ppl people|pic picture|pics pictures|nd and|wid with|wth with|wiv with|frm from|shld should|cld could|wld would|btw by the way|' +
      'fyi for your information|asap as soon as possible|tel telephone|num number|ph phone|' +
      'dis this|dat that|da the|ordr order|delivry delivery|discnt discount|info information|mins minutes|hrs hours',
    contraction:
      'dont do not|cant can not|cannot can not|wont will not|isnt is not|arent are not|wasnt was not|werent were not|doesnt does not|' +
      'didnt did not|hasnt has not|havent have not|hadnt had not|couldnt could not|wouldnt would not|shouldnt should not|mustnt must not|' +
      'neednt need not|aint is not|whats what is|wheres where is|whens when is|whos who is|hows how is|whys why is|thats that is|' +
      'theres there is|heres here is|im i am|ive i have|youre you are|youve you have|theyre they are|theyve they have|weve we have|' +
      'lets let us|id+ i would|ill+ i will|well+ we will|were+ we are|shell+ she will|hell+ he will',
  }),
};

/*
 * One spelling a segment: the short form, then its words. `+` after the short form asks for an apostrophe in what was
 * written (i'll, not ill); an accented tail after `+` asks for that letter at the end (dovè, not dove); `#` is left as it is
 * where it measures (30 cm, in cm).
 */
function table(kinds: Readonly<Record<Spelling['kind'], string>>): ReadonlyMap<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const kind of ['chat', 'contraction'] as const) {
    for (const segment of kinds[kind].split('|')) {
      const [short = '', ...words] = segment.split(' ');
      const [stem = '', tail] = short.replace('#', '').split('+');
      if (short.endsWith('#')) spellings.set(stem, { words, kind, of: (_, before) => !measured.test(before) });
      else if (tail === undefined) spellings.set(stem, { words, kind, of: () => true });
      else if (tail === '') spellings.set(stem, { words, kind, of: (written) => written.includes("'") });
      else spellings.set(stem, { words, kind, of: (written) => !written.includes("'") && written.endsWith(tail) });
    }
  }
  return spellings;
}

/** What stands before a unit of measure. */
const measured = /^(?:.*\d.*|in|quanti|pochi|alcuni|due|tre|cinque|dieci|venti)$/;
