import type { Scale } from './rating.ts';

/** The label of a button and other words (normalised when compared) by which a customer may choose it in writing. */
export interface ChoiceWording {
  readonly label: string;
  readonly words: readonly string[];
}

export interface MailWording {
  readonly subject: string;
  readonly text: string;
}

/** How customers are asked on one scale. */
export interface ScaleWording {
  readonly ask: string;
  /** The buttons, worst first; as many as the scale has points. */
  readonly points: readonly ChoiceWording[];
}

/**
 * Every sentence that the bot says in one language, in Markdown. `{name}` marks a value that the bot fills in; which ones
 * each sentence may hold is said beside it, and the content check refuses others.
 */
export interface Wording {
  /** First words of every conversation: an automatic assistant, a person at any time. {bot} {shop} */
  readonly disclosure: string;
  /** After the disclosure, when the customer has opened the chat and not yet asked. */
  readonly welcome: string;
  /** Above the questions among which the customer chooses. */
  readonly clarify: string;
  /** When "yes" is all that was said to several questions. */
  readonly which: string;
  /** After "none of these", and after a first question that was not understood when patience is left. */
  readonly rephrase: string;
  /** When a message holds no words that the bot knows. */
  readonly noise: string;
  /** Instead of giving the same answer twice in a row. */
  readonly repeated: string;
  /** Above the links of an answer. */
  readonly links: string;
  /** What the bot says when it hands over, by reason. */
  readonly handoff: {
    readonly unsure: string;
    readonly noise: string;
    readonly unhelpful: string;
    readonly failed: string;
    /** The customer sent an order number or an address: a person can look it up. */
    readonly details: string;
  };
  readonly waiting: {
    /** Joined to the handoff sentence, or to the intent's own answer: in the queue, may go on asking, may cancel. */
    readonly queued: string;
    /** Once, when a message while waiting has no sure answer: the person will read it. */
    readonly noted: string;
    /** The customer cancelled and is back with the bot. */
    readonly cancelled: string;
    /** An agent gave the conversation back; it is in the queue again. */
    readonly requeued: string;
  };
  readonly contact: {
    /** Before `closed`, when the bot has no sure answer. */
    readonly unsure: string;
    /** Outside opening hours. {back} */
    readonly closed: string;
    /** Within opening hours, but nobody is at the desk just now: the customer joins the queue all the same. {back} */
    readonly away: string;
    /** Nobody claimed in time. {back} */
    readonly busy: string;
    /** What was written is neither an e-mail address nor a telephone number. */
    readonly invalid: string;
    /** {number} {contact} */
    readonly ticket: string;
    /** The customer would rather not leave a contact. */
    readonly declined: string;
  };
  /** How {back} is said: when somebody will be at the desk. */
  readonly back: {
    /** {time} */
    readonly today: string;
    /** {time} */
    readonly tomorrow: string;
    /** {day} is weekday, day and month, with the year when it is not this one. {day} {time} */
    readonly day: string;
    /** Within opening hours: by then for sure, and perhaps sooner. {back} is one of the three above. */
    readonly latest: string;
    /** No opening is known. */
    readonly soon: string;
  };
  /** Letters to those who left an e-mail address, as plain text. */
  readonly mail: {
    /** When the ticket is made. {number} {question} {shop} */
    readonly ticket: MailWording;
    /** An agent's answer. {number} {question} {shop} {agent} {answer} */
    readonly answer: MailWording;
  };
  readonly agent: {
    /** {agent} */
    readonly joined: string;
    /** How an agent's message is shown to the customer. {agent} {text} */
    readonly says: string;
    /** {agent} */
    readonly resolved: string;
  };
  readonly solved: {
    /** After an answer. */
    readonly ask: string;
    /** The customer said no, for the first time. */
    readonly no: string;
    /** The customer said yes. */
    readonly yes: string;
  };
  readonly goodbye: string;
  readonly rating: {
    /** After a score. */
    readonly thanks: string;
    /** After one of the lowest; see ScaleFacts.regretTo. */
    readonly sorry: string;
    /** The one question of each scale; that of the scale in force is always there. */
    readonly scales: Readonly<Partial<Record<Scale, ScaleWording>>>;
  };
  readonly choices: {
    readonly none: ChoiceWording;
    readonly person: ChoiceWording;
    readonly cancel: ChoiceWording;
    readonly yes: ChoiceWording;
    readonly no: ChoiceWording;
    /** Rather not leave a contact. */
    readonly decline: ChoiceWording;
  };
  /** Answer to a message that is too long to be read. {max} characters */
  readonly tooLong: string;
  /** Answer to a picture, a file, a voice message. */
  readonly attachment: string;
}
