import { framesOf } from './frames.ts';

/*
 * How customers come to what they ask. A request for help ("can you help me to ...") and an inquiry ("could you tell me ...",
 * "I don't know how to ...") stand before what a message is about, and an appeal ("can you give me a hand?") after it. They are
 * told from it only where it is said: something with a word of four letters or more that is not vague.
 */
export type Request = 'help' | 'inquiry';

/** How many words ask for help, or whether something may be asked, at this place; 0 when none do, or when nothing is said about what. */
export function requestAt(keys: readonly string[], from: number, to: number): number {
  const length = Math.max(...requests.map(({ frames }) => frames.longestAt(keys, from, to - 1)));
  return length > 0 && says(keys.slice(from + length, to)) ? length : 0;
}

/** How many words at the end of the span [from, to) ask for help; 0 when none do, or when nothing is said about what. */
export function appealBefore(keys: readonly string[], from: number, to: number): number {
  for (let length = Math.min(appeals.longest, to - from - 1); length > 0; length--) {
    if (appeals.spans(keys, to - length, to)) return says(keys.slice(from, to - length)) ? length : 0;
  }
  return 0;
}

/** What the words that end before this place ask for; undefined when they ask for nothing. */
export function requestBefore(keys: readonly string[], from: number): Request | undefined {
  for (let length = Math.min(longestRequest, from); length > 0; length--) {
    const found = requests.find(({ frames }) => frames.spans(keys, from - length, from));
    if (found !== undefined) return found.kind;
  }
  return undefined;
}

function says(words: readonly string[]): boolean {
  return words.some((word) => word.length >= 4 && !vague.has(word));
}

/** Words of four letters or more that do not say what a request is about. */
const vague = new Set(
  (
    'this that these something anything problem issue thing does work works what ' +
    'questo questa queste qualcosa quello cosa problema come funziona funzioni fare'
  ).split(' '),
);

const help = 'aiuto|assistenza|mano|supporto';
const to = 'a|ad|con|col|per|in|nel|nella|nello|su|sul|sulla';
const facts = 'informazioni|info|notizie|chiarimenti|delucidazioni|indicazioni';
const on = 'su|sul|sullo|sulla|sui|sugli|sulle|circa|per|riguardo';

/** What is both is an inquiry. */
const requests = [
  {
    kind: 'inquiry',
    frames: framesOf([
      '[can|could|would|will] you [please|kindly|] [tell|explain|inform] [me|us|to me|to us|] [about|if|whether|]',
      '[please|kindly|] [tell|inform] [me|us] [about|if|whether|]',
      '[please|kindly|] explain [to me|to us|me|us|]',
      'i [would like|want|wish|need|am curious|have got] to know [more|] [about|if|whether|]',
      'i [would like|want|wish|need|am writing] to [ask|enquire|inquire|check|verify|find out] [you|] [about|if|whether]',
      '[i|we] [am|was|are|were|] [just|] [wonder|wondering] [about|if|whether|]',
      'do you [happen to|] know [if|whether|]',
      'i [do not know|have no idea|am not sure] [how to|how i can|what to do to|what i have to do to|what i need to do to|what i should do to]',
      'what [do i have to do|do i need to do|should i do|must i do|can i do|are the steps] [to|for]',
      '[is it|would it be] possible [for me|] to',
      'is there [a|any] [way|chance] [for me|] [to|i can]',
      '[i am|am|] trying to',
      '[i need|i want|i would like|i am looking for|could i have|can i have|could i get|can i get|give me|send me|] [some|more|any|] [information|info|details] [about|on|regarding|concerning]',
      '[where can i find|do you have] [some|more|any|] [information|info|details] [about|on|regarding|concerning]',
      `[vorrei|voglio|desidero|desidererei|gradirei|cerco|chiedo|posso|potrei] [avere|ricevere|] [delle|alcune|] [${facts}] [${on}]`,
      `[ho|avrei|abbiamo] bisogno di [avere|] [delle|alcune|] [${facts}] [${on}]`,
      `[mi|ci] [servono|servirebbero|date|dareste|occorrono] [delle|alcune|] [${facts}] [${on}]`,
      '[ho|avrei] bisogno di [sapere|conoscere|capire] [se|]',
      '[mi|ci] [servirebbe|serve|piacerebbe] [sapere|conoscere|capire] [se|]',
      '[vorrei|volevo|desidero|desidererei|gradirei|potrei] [sapere|conoscere|capire|chiedere|chiedervi|domandare|domandarvi] [se|]',
      '[puo|puoi|potete|potrebbe|potresti|potreste|sapete|sapreste] [dirmi|dirci|spiegarmi|indicarmi] [se|]',
      '[mi|ci] [sai|sa|sapete|sapreste|puoi|puo|potete|potrebbe|potreste] [dire|spiegare|indicare] [se|]',
      '[mi|ci] [dici|dite|dice|spieghi|spiegate|spiega] [se|]',
      'non [so|capisco|riesco a capire] [come fare a|come fare per|come si fa a|come]',
      '[cosa|che cosa|come] [devo|posso|dovrei|si deve] fare [per|ad|a]',
      'sto [cercando di|provando a|tentando di]',
    ]),
  },
  {
    kind: 'help',
    frames: framesOf([
      '[can|could|would|will] you [please|] help me [out|] [to|with|in|]',
      '[i|we|] need [some|your|] [help|assistance|support] [to|with|in|for|]',
      'i [want|would like] [some|your|] [help|assistance|support] [to|with|in|for|]',
      '[please|] help me [out|] [to|with|in|]',
      '[give me|] [some|] [help|assistance] [to|with|in|for]',
      'i need you to help me [to|with|]',
      '[i|we] require [some|your|] [help|assistance|support] [to|with|in|for]',
      'i [could|can] [use|do with] [some|your|a little|a bit of|] help [to|with|in]',
      `[mi|ci] [puoi|puo|potete|potresti|potreste|potrebbe] [aiutare|assistere|dare una mano|dare assistenza|dare supporto] [${to}|]`,
      `[puoi|puo|potete|potresti|potreste|potrebbe] [aiutarmi|aiutarci|assistermi|darmi una mano|darmi assistenza|darmi supporto] [${to}|]`,
      `[mi|ci] [aiuti|aiuta|aiutate|aiutereste|assistete] [${to}|]`,
      `[aiutami|aiutatemi|aiuto] [${to}]`,
      `[ho|avrei|abbiamo] bisogno di [un|una|vostro|un vostro|] [${help}] [${to}]`,
      `[mi|ci] [serve|servirebbe|dai|date|da|dareste] [un|una|] [${help}] [${to}]`,
      `[vorrei|voglio|cerco|chiedo|desidero] [un|una|] [${help}] [${to}]`,
      `[posso|potrei|possiamo|vorrei] [avere|ricevere|ottenere|chiedere] [un|una|] [${help}] [${to}]`,
    ]),
  },
] as const;

const appeals = framesOf([
  '[can|could|would] [you|anyone|anybody|someone|somebody] [help|assist] [me|us|] [out|with it|with this|]',
  '[can|could|would] [you|anyone|anybody|someone|somebody] [give|lend] [me|us] a hand [with it|with this|]',
  '[help me|help us|help] [out|with it|with this]',
  'what [can|should|shall|do|must] i do',
  '[how|where] [can|do] i do [it|that|this]',
  '[mi|ci] [aiuti|aiuta|aiutate|potete aiutare|puoi aiutare|puo aiutare|sapete aiutare|date una mano]',
  '[potete|puoi|puo|potreste|potrebbe] aiutarmi',
  '[cosa|che cosa|come|che] [devo|posso|dovrei] fare',
  '[come|cosa|che] faccio',
  'come si fa',
]);

const longestRequest = Math.max(...requests.map(({ frames }) => frames.longest));
