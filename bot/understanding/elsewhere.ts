import type { Language } from '../domain/language.ts';
import { stemOf } from './stem.ts';

/*
 * A shop is asked about its own matters in the words of its own matters. "I forgot my password" is one, and with a single word more it is none:
 * "... of Netflix". Nothing that is learned from the examples tells these apart, since the word that does is in none of them. So a message that holds
 * a word of matters that are commonly another's (travel, health, offices, other shops and services), which the corpus does not have
 * in any form, is at most asked back about. A corpus that has such words in more than one example of a hundred is about just such matters, and
 * those that it lacks there are words as any other.
 */
/** Tells whether a word is of another's matters, for a corpus of so many examples that holds each word as often as `count` says. */
export function elsewhereFor(
  count: (word: string) => number,
  examples: number,
  language: Language,
): (word: string) => boolean {
  const groups = (groupsIn[language] ??= groupedByStem(language));
  const times = elsewhereWords[language].reduce((sum, word) => sum + count(word), 0);
  if (times > most * examples) return () => false;
  const others = new Set(groups.filter((forms) => forms.every((form) => count(form) === 0)).flat());
  return (word) => others.has(word);
}

const most = 0.01;

/** Stemming is done once. */
const groupsIn: Partial<Record<Language, readonly (readonly string[])[]>> = {};

function groupedByStem(language: Language): readonly (readonly string[])[] {
  return [...Map.groupBy(elsewhereWords[language], (word) => stemOf(word, language)).values()];
}

/** The words of another's matters. */
export const elsewhereWords: Readonly<Record<Language, readonly string[]>> = {
  it: wordsIn(`
    treno treni tram metropolitana autobus pullman aereo aerei volo voli aeroporto traghetto traghetti crociera taxi
    tassista autostrada casello autovelox telepass patente patenti bollo targa benzina benzinaio carburante semaforo
    carrozziere gommista passaporto passaporti spid inps inail isee imu tari irpef pensione pensioni anagrafe questura
    prefettura cittadinanza catasto tribunale commissariato carabinieri elezioni elezione referendum sindaco ministro
    presidente governo parlamento medico medici dottore dottoressa pediatra dentista veterinario psicologo ginecologo
    medicina medicine farmaco farmaci farmacia farmacie ospedale ospedali ambulanza vaccino vaccini febbre raffreddore
    tosse influenza antibiotico antibiotici aspirina sintomi gravidanza diabete colesterolo emicrania dieta mutuo
    mutui affitto bitcoin criptovaluta criptovalute dollaro dollari stipendio stipendi universita liceo tesi esame
    esami compiti matematica equazione equazioni geografia poesia python javascript calcio campionato scudetto
    juventus cinema film canzone canzoni concerto museo musei palestra palestre oroscopo barzelletta barzellette meteo
    piove piovera nevica nevichera lotteria superenalotto ricetta ricette pizza pizze sushi kebab hamburger netflix
    spotify dazn sky vodafone iliad fastweb windtre enel youtube tiktok twitter facebook instagram linkedin gmail
    hotmail outlook amazon ebay zalando shein temu aliexpress vinted ikea mediaworld unieuro trenitalia ryanair
    easyjet alitalia flixbus uber airbnb booking`),
  en: wordsIn(`
    train trains subway bus buses tram flight flights airport airline ferry cruise taxi uber motorway passport
    passports visas pension taxes irs hmrc court embassy election elections president minister mayor government
    parliament doctor doctors dentist vet pediatrician psychologist medicine medicines pharmacy hospital hospitals
    ambulance vaccine vaccines fever flu antibiotic antibiotics aspirin symptoms pregnancy pregnant diabetes
    cholesterol headache migraine mortgage bitcoin cryptocurrency salary payroll university college exam exams thesis
    homework algebra geography poem python javascript football soccer cinema movie movies film films song songs lyrics
    concert museum museums gym horoscope joke jokes weather forecast lottery recipe recipes pizza pizzas sushi burger
    netflix spotify dazn vodafone youtube tiktok twitter facebook instagram linkedin gmail hotmail outlook amazon ebay
    zalando shein temu aliexpress vinted ikea walmart ryanair easyjet airbnb booking`),
};

function wordsIn(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
