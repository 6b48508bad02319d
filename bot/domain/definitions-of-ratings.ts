import type { DefinitionGroup } from './definition.ts';

/** What is left out of every figure of ratings. */
export const scalesApart = {
  it: 'Chi non risponde non ha dato nessun giudizio. I giudizi di scale diverse non si sommano mai. Con meno di 10 giudizi non si mostra.',
  en: 'Whoever does not answer has given no rating. Ratings of different scales are never added up. Not shown with fewer than 10 ratings.',
};

export const satisfactionDefinitions: DefinitionGroup = {
  id: 'satisfaction',
  title: { it: 'Soddisfazione', en: 'Satisfaction' },
  definitions: [
    {
      id: 'csat-5',
      name: { it: 'CSAT, da 1 a 5', en: 'CSAT, 1 to 5' },
      meaning: {
        it: 'Quanti clienti, tra quelli che hanno risposto, sono soddisfatti della conversazione.',
        en: 'How many of the customers who answered are satisfied with the conversation.',
      },
      formula: { it: 'giudizi 4 e 5 / tutti i giudizi', en: 'ratings of 4 and 5 / all ratings' },
      exclusions: scalesApart,
      source: {
        it: 'Top-two-box (i due punti più alti), la lettura abituale del CSAT; ISO 10004:2018, sul monitoraggio e la misura della soddisfazione dei clienti.',
        en: 'Top-two-box, the usual reading of CSAT; ISO 10004:2018, on monitoring and measuring customer satisfaction.',
      },
    },
    {
      id: 'csat-10',
      name: { it: 'CSAT, da 1 a 10', en: 'CSAT, 1 to 10' },
      meaning: {
        it: 'La stessa domanda su una scala più fine. Valgono i due punti più alti, come sulla scala da 1 a 5; le due cifre però non si confrontano.',
        en: 'The same question on a finer scale. The two highest points count, as from 1 to 5; the two figures do not compare, though.',
      },
      formula: { it: 'giudizi 9 e 10 / tutti i giudizi', en: 'ratings of 9 and 10 / all ratings' },
      exclusions: scalesApart,
      source: {
        it: 'Top-two-box (i due punti più alti); ISO 10004:2018.',
        en: 'Top-two-box; ISO 10004:2018.',
      },
    },
    {
      id: 'ces-7',
      name: { it: 'CES, da 1 a 7', en: 'CES, 1 to 7' },
      meaning: {
        it: 'Quanti clienti dicono che è stato facile avere quello che serviva. Accanto sta la media.',
        en: 'How many customers say that it was easy to get what they needed. The mean stands beside it.',
      },
      formula: { it: 'giudizi 5, 6 e 7 / tutti i giudizi', en: 'ratings of 5, 6 and 7 / all ratings' },
      exclusions: scalesApart,
      source: {
        it: 'Customer Effort Score 2.0: Dixon, Toman, DeLisi, The Effortless Experience, 2013.',
        en: 'Customer Effort Score 2.0: Dixon, Toman, DeLisi, The Effortless Experience, 2013.',
      },
    },
    {
      id: 'nps-10',
      name: { it: 'NPS, da 0 a 10', en: 'NPS, 0 to 10' },
      meaning: {
        it: 'Chi ci consiglierebbe meno chi no: da -100 a 100 punti. I 7 e gli 8 non contano né di qua né di là.',
        en: 'Those who would recommend us less those who would not: -100 to 100 points. 7s and 8s count for neither.',
      },
      formula: { it: '% di 9 e 10 - % da 0 a 6', en: '% of 9 and 10 - % of 0 to 6' },
      exclusions: scalesApart,
      source: {
        it: 'Reichheld, The One Number You Need to Grow, Harvard Business Review, dicembre 2003.',
        en: 'Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003.',
      },
    },
    {
      id: 'mean',
      name: { it: 'Media', en: 'Mean' },
      meaning: {
        it: 'La media dei giudizi, sulla loro scala.',
        en: 'The mean of the ratings, on their scale.',
      },
      exclusions: scalesApart,
    },
    {
      id: 'response-rate',
      name: { it: 'Tasso di risposta', en: 'Response rate' },
      meaning: {
        it: 'Quanti hanno risposto di quelli a cui si è chiesto. Una domanda sola, mai due volte in pochi giorni allo stesso cliente, mai dopo un silenzio.',
        en: 'How many answered of those who were asked. One question, never twice within a few days to a customer, never after silence.',
      },
      formula: { it: 'giudizi dati / giudizi chiesti', en: 'ratings given / ratings asked' },
      exclusions: {
        it: 'Con meno di 10 domande non si mostra.',
        en: 'Not shown with fewer than 10 questions.',
      },
    },
    {
      id: 'distribution',
      name: { it: 'Distribuzione', en: 'Distribution' },
      meaning: {
        it: 'Quanti giudizi ha avuto ogni punto della scala, accanto alla quota del periodo precedente.',
        en: 'How many ratings each point of the scale got, beside its share of the period before.',
      },
      formula: { it: 'giudizi con quel punto / tutti i giudizi', en: 'ratings of that point / all ratings' },
      exclusions: scalesApart,
    },
    {
      id: 'interval',
      name: { it: 'Intervallo', en: 'Interval' },
      meaning: {
        it: 'Tra quali valori sta, con il 95 % di confidenza, la cifra di tutti i clienti e non solo di chi ha risposto. Un cambiamento più piccolo dell’intervallo può essere un caso.',
        en: 'Between which values, with 95 % confidence, the figure of all customers lies, not only of those who answered. A change smaller than the interval may be chance.',
      },
      formula: {
        it: 'quote: punteggio di Wilson; medie e NPS: t di Student',
        en: 'shares: Wilson score; means and NPS: Student’s t',
      },
      source: {
        it: 'Wilson, JASA 22, 1927; Newcombe, Statistics in Medicine 17, 1998; Abramowitz e Stegun, 26.7.5.',
        en: 'Wilson, JASA 22, 1927; Newcombe, Statistics in Medicine 17, 1998; Abramowitz and Stegun, 26.7.5.',
      },
    },
  ],
};
