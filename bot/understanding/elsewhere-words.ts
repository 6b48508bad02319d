import type { Language } from '../domain/language.ts';

/*
 * Words of what is commonly another's matter, by walks of life. Only what people bring to the house concerned: who names a film, a flight or
 * a plumber asks about it. What customers mention on the way to their question is left out (a birthday, a dog, the police, a bank),
 * and so are what shops sell, who carries parcels, and what is paid with.
 */
interface Walk {
  /** Houses with which people have accounts, subscriptions and orders, called alike in both languages. */
  readonly houses: string;
  readonly it: string;
  readonly en: string;
}

const walks: readonly Walk[] = [
  // travelling and eating out
  {
    houses: `
      uber lyft airbnb booking tripadvisor expedia ryanair easyjet lufthansa alitalia trenitalia flixbus eurostar amtrak deliveroo
      glovo doordash starbucks mcdonalds`,
    it: `
      treno treni tram metropolitana autobus pullman aereo aerei volo voli aeroporto traghetto traghetti crociera taxi tassista
      albergo alberghi hotel ristorante ristoranti pizzeria pizzerie trattoria ricetta ricette pizza pizze sushi kebab hamburger
      museo musei passaporto passaporti`,
    en: `
      train trains subway bus buses tram flight flights airport airports airline airlines airplane airplanes railway ferry cruise
      taxi motel hotel hotels hostel hostels tourist tourists tourism museum museums passport passports visas embassy consulate
      immigration restaurant restaurants pizzeria risotto carbonara lasagna pancakes vegan recipe recipes pizza pizzas sushi
      burger`,
  },
  // driving
  {
    houses: `
      tesla toyota honda bmw volkswagen`,
    it: `
      autostrada casello autovelox telepass patente patenti bollo targa benzina benzinaio carburante semaforo carrozziere gommista`,
    en: `
      motorway licence license gasoline petrol diesel mileage motorcycle speeding mechanic`,
  },
  // offices and politics
  {
    houses: '',
    it: `
      spid inps inail isee imu tari irpef pensione pensioni anagrafe questura prefettura cittadinanza catasto tribunale
      commissariato carabinieri elezioni elezione referendum sindaco ministro presidente governo parlamento`,
    en: `
      irs hmrc pension taxes court election elections president minister mayor government parliament senator politician
      politicians democracy vote`,
  },
  // health
  {
    houses: '',
    it: `
      medico medici dottore dottoressa pediatra dentista veterinario psicologo ginecologo medicina medicine farmaco farmaci
      farmacia farmacie ospedale ospedali ambulanza vaccino vaccini febbre raffreddore tosse influenza antibiotico antibiotici
      aspirina sintomi gravidanza diabete colesterolo emicrania dieta palestra palestre`,
    en: `
      doctor doctors dentist vet pediatrician psychologist medicine medicines pharmacy hospital hospitals ambulance vaccine
      vaccines fever flu antibiotic antibiotics aspirin symptoms pregnancy pregnant diabetes cholesterol headache migraine gym
      clinic surgeon surgery vaccination toothache cough disease calorie calories workout yoga therapist`,
  },
  // money and work
  {
    houses: `
      unicredit barclays hsbc santander coinbase binance`,
    it: `
      mutuo mutui affitto stipendio stipendi`,
    en: `
      mortgage invest investing investment investments salary payroll`,
  },
  // learning
  {
    houses: '',
    it: `
      universita liceo tesi esame esami compiti matematica equazione equazioni geografia poesia python javascript biblioteca`,
    en: `
      university college exam exams thesis homework algebra equation trigonometry calculus essay professor geography chemistry
      physics biology grammar dinosaur dinosaurs poem poems poetry python javascript translate library church`,
  },
  // pastimes
  {
    houses: `
      netflix spotify dazn sky disney hulu hbo youtube twitch playstation xbox nintendo fortnite minecraft roblox`,
    it: `
      calcio campionato scudetto juventus cinema film canzone canzoni concerto attore attori attrice cantante cantanti playlist
      oroscopo barzelletta barzellette lotteria superenalotto`,
    en: `
      football soccer basketball tennis olympics championship tournament cinema movie movies film films song songs lyrics concert
      actor actress singer playlist episode horoscope zodiac riddle lottery`,
  },
  // weather
  {
    houses: '',
    it: `
      meteo piove piovera nevica nevichera`,
    en: `
      weather forecast hurricane tornado earthquake`,
  },
  // company on the net
  {
    houses: `
      facebook instagram twitter tiktok linkedin snapchat pinterest reddit tinder`,
    it: '',
    en: '',
  },
  // what comes into the house
  {
    houses: `
      vodafone iliad fastweb windtre enel verizon comcast gmail hotmail outlook chatgpt siri alexa`,
    it: `
      idraulico elettricista parrucchiere`,
    en: `
      plumber electrician babysitter hairdresser haircut barber landlord divorce broadband roaming electricity`,
  },
  // other shops
  {
    houses: `
      amazon ebay zalando shein temu aliexpress vinted etsy ikea mediaworld unieuro walmart tesco costco`,
    it: `
      supermercato`,
    en: `
      supermarket`,
  },
];

/** The words of each walk of life. */
export const walksOfLife: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  it: walks.map(({ houses, it }) => wordsIn(`${houses} ${it}`)),
  en: walks.map(({ houses, en }) => wordsIn(`${houses} ${en}`)),
};

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
