import { agentAvatars, groupsBySender } from './avatar.ts';
import { meetHost, pageNow, tellHost } from './host.ts';
import { followKeyboard } from './keyboard.ts';
import { styleOptions } from './look.ts';
import { markdownOf } from './markdown.ts';
import {
  forget,
  hasPass,
  identify,
  keep,
  keepWithHost,
  newPass,
  onOtherPass,
  renew,
  renewKept,
  type Pass,
} from './pass.ts';
import { postUntilTaken } from './post-again.ts';
import { readSetup } from './setup.ts';
import { watchSockets } from './socket-watch.ts';
import { tint } from './tint.ts';
import { connection, neverGiveUp, webChat, type ChatStore, type DirectLine, type RenderMarkdown } from './web-chat.ts';

/* The chat page: gets a pass, connects Web Chat, keeps both alive, and says so when it can't. */

const setup = readSetup();
const locale = { it: 'it-IT', en: 'en-US' }[setup.language];
const renewEvery = 15 * 60_000;

const box = document.querySelector<HTMLElement>('#web-chat')!;
const loading = document.querySelector<HTMLElement>('#loading')!;
const failed = document.querySelector<HTMLElement>('#failed')!;
const notice = document.querySelector<HTMLElement>('#notice')!;
const lost = document.querySelector<HTMLElement>('#lost')!;
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')!.nonce;

/** The conversation that is shown now. */
interface Talk {
  pass: Pass;
  readonly line: DirectLine;
  readonly store: ChatStore;
  /** Web Chat takes messages; before, it would drop them. */
  takes: boolean;
  readonly renewing: number;
}
let talk: Talk | undefined;
let renderMarkdown: RenderMarkdown | undefined;
/** Counts what was asked to be shown: who is overtaken while waiting for the server gives way. */
let asked = 0;
/** The shop does not vouch for the customer, though its page says so. */
let stranger = false;
/** Somebody looks at the chat, or has looked. */
let seen = false;
/** The conversation that this browser was in is over. */
let over = false;
/** What is to be asked in the customer's name as soon as it can be. */
const toAsk: string[] = [];
let focus: 'take-focus' | 'leave-focus' = 'take-focus';

if (setup.place === 'page') followKeyboard(document.body);
watchSockets(
  () => (lost.textContent = ''),
  () => {
    if (box.dataset['state'] === 'online') lost.textContent = setup.texts.lost;
  },
);
document.querySelector('#fresh')!.addEventListener('click', () => void startAnew());
document.querySelector('#retry')!.addEventListener('click', () => void start());
document.querySelector('#close')?.addEventListener('click', () => tellHost({ sportello: 'close' }));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => render());
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') tellHost({ sportello: 'close' });
});
onOtherPass((conversationId) => {
  if (talk !== undefined && talk.pass.conversationId !== conversationId) void start();
});

if (setup.begins === 'at-once' || parent === window) {
  seen = true;
  void start();
} else {
  meetHost({
    hello({ title, colour, identity, kept }) {
      if (title !== undefined) document.querySelector('h1')!.textContent = title;
      if (colour !== undefined) tint(colour, render);
      keepWithHost(kept, (keeping) => tellHost({ sportello: 'keep', kept: keeping }));
      if (identity !== undefined) identify(identity, refuseIdentity);
    },
    show(wanted) {
      focus = wanted;
      seen = true;
      if (talk === undefined && asked === 0) void start();
      else focusSendBox();
    },
    hide() {
      focus = 'leave-focus';
      if (asked === 0 && hasPass()) void start();
    },
    ask(text) {
      toAsk.push(text);
      askNow();
    },
  });
}

function refuseIdentity(reason: string): void {
  stranger = true;
  console.error(`Sportello: ${reason}`);
}

function askNow(): void {
  if (talk?.takes !== true) return;
  for (const text of toAsk.splice(0)) talk.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } });
}

/** Goes on with the conversation that this browser was in, or begins one as soon as somebody looks. */
async function start(): Promise<void> {
  await show(async () => {
    const kept = await renewKept();
    over ||= kept === 'over';
    if (typeof kept !== 'object' && !seen) return undefined;
    const known = typeof kept === 'object';
    const pass = known ? kept : await newPass(locale);
    notice.textContent = stranger ? setup.texts.stranger : over && !known ? setup.texts.anew : '';
    return { pass, known };
  });
}

/** Begins another conversation, and says why. */
async function startInstead(): Promise<void> {
  await show(async () => {
    const pass = await newPass(locale);
    notice.textContent = setup.texts.anew;
    return { pass, known: false };
  });
}

async function startAnew(): Promise<void> {
  forget();
  notice.textContent = '';
  await show(async () => ({ pass: await newPass(locale), known: false }));
}

/** Shows what is found; with nothing to show it waits until it is asked again. */
async function show(find: () => Promise<{ pass: Pass; known: boolean } | undefined>): Promise<void> {
  end();
  asked += 1;
  const mine = asked;
  failed.hidden = true;
  loading.hidden = false;
  try {
    const found = await find();
    if (mine !== asked) return;
    if (found === undefined) {
      asked = 0;
      return;
    }
    talk = connect(found.pass, found.known);
    render();
  } catch {
    if (mine === asked) fail();
  }
}

/** A known conversation is joined by its id, and its history comes; a new one is begun, and the greeting comes. */
function connect(pass: Pass, known: boolean): Talk {
  const library = webChat();
  const line = library.createDirectLine({
    token: pass.token,
    ...(known && { conversationId: pass.conversationId }),
    domain: `${location.origin}/v3/directline`,
    webSocket: true,
    conversationStartProperties: { locale },
  });
  neverGiveUp(line);
  postUntilTaken(line, () => ({ page: pageNow() }));
  line.connectionStatus$.subscribe((status) => {
    if (talk?.line !== line) return;
    if (status === connection.online) online();
    if (status === connection.expired || status === connection.failed) void comeBack();
  });
  const store = library.createStore({}, () => (next) => (action) => {
    const { activity } = action.payload ?? {};
    // Web Chat would wait for it to come back, and write an error down when it does not.
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY' && activity?.type === 'typing') return tellTyping(line);
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && activity?.type === 'message') {
      loading.hidden = true;
      const from = activity.from?.role === 'user' ? 'customer' : 'us';
      const seq = activity.channelData?.['webchat:sequence-id'] ?? 0;
      tellHost({ sportello: 'message', talk: pass.conversationId, seq, from });
    }
    const done = next(action);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED' && talk?.line === line) {
      talk.takes = true;
      // Once Web Chat is done with this action.
      setTimeout(askNow);
    }
    return done;
  });
  return { pass, line, store, takes: false, renewing: window.setInterval(() => void stayKnown(), renewEvery) };
}

/** That the customer is writing; when it does not arrive nothing is lost. */
function tellTyping(line: DirectLine): void {
  const ignored = () => {};
  line.postActivity({ type: 'typing' }).subscribe({ next: ignored, error: ignored, complete: ignored });
}

function render(): void {
  if (talk === undefined) return;
  const library = webChat();
  renderMarkdown ??= markdownOf(library.renderMarkdown, setup.mailDomain);
  library.renderWebChat(
    {
      directLine: talk.line,
      store: talk.store,
      locale,
      nonce,
      styleOptions: styleOptions(setup.botInitials),
      overrideLocalizedStrings: setup.words,
      renderMarkdown,
      avatarMiddleware: agentAvatars,
      groupActivitiesMiddleware: groupsBySender,
      sendTypingIndicator: true,
    },
    box,
  );
}

function online(): void {
  if (talk === undefined) return;
  keep(talk.pass);
  loading.hidden = true;
  failed.hidden = true;
  box.dataset['state'] = 'online';
  focusSendBox();
}

/** Renews the kept pass while the page is open; Web Chat renews its own. A server that is away is asked again next time. */
async function stayKnown(): Promise<void> {
  if (talk === undefined) return;
  const { pass } = talk;
  const renewed = await renew(pass).catch(() => pass);
  if (talk.pass === pass && renewed !== undefined) talk.pass = renewed;
}

/** Web Chat gave up, after a long sleep for instance: go on with a renewed pass, or anew when that is over too. */
async function comeBack(): Promise<void> {
  const before = talk;
  if (before === undefined) return;
  const renewed = await renew(before.pass).catch(() => 'away' as const);
  if (talk !== before) return;
  if (renewed === 'away') fail();
  else if (renewed === undefined) await startInstead();
  else await show(async () => ({ pass: renewed, known: true }));
}

function fail(): void {
  end();
  loading.hidden = true;
  failed.hidden = false;
}

function end(): void {
  if (talk === undefined) return;
  clearInterval(talk.renewing);
  const { line } = talk;
  talk = undefined;
  line.end();
  lost.textContent = '';
  box.dataset['state'] = 'loading';
}

/** On a phone the keyboard would cover the greeting, so only those with a mouse get the cursor at once, and only when they ask for the chat. */
function focusSendBox(): void {
  if (focus === 'take-focus' && matchMedia('(pointer: fine)').matches)
    document.querySelector<HTMLElement>('[data-id="webchat-sendbox-input"]')?.focus();
}
