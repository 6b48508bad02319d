import { agentAvatars, groupsBySender } from './avatar.ts';
import { styleOptions } from './look.ts';
import { markdownOf } from './markdown.ts';
import { findPass, forget, keep, newPass, renew, type Pass } from './pass.ts';
import { readSetup } from './setup.ts';
import { watchSockets } from './socket-watch.ts';
import { connection, neverGiveUp, webChat, type DirectLine, type RenderMarkdown } from './web-chat.ts';

/* The chat page: gets a pass, connects Web Chat, keeps both alive, and says so when it can't. */

const setup = readSetup();
const locale = { it: 'it-IT', en: 'en-US' }[setup.language];
/** The page that the customer looks at: ours, or the one that shows us in a frame. Agents see it without its query. */
const page = parent === window ? location.href : document.referrer;
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
  readonly store: object;
  readonly renewing: number;
}
let talk: Talk | undefined;
let renderMarkdown: RenderMarkdown | undefined;
/** Counts what was asked to be shown: who is overtaken while waiting for the server gives way. */
let asked = 0;

watchSockets(
  () => (lost.textContent = ''),
  () => {
    if (box.dataset['state'] === 'online') lost.textContent = setup.texts.lost;
  },
);
document.querySelector('#fresh')!.addEventListener('click', () => void startAnew());
document.querySelector('#retry')!.addEventListener('click', () => void start());
document.querySelector('#close')?.addEventListener('click', () => tellParent('close'));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => render());
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && setup.place === 'frame') tellParent('close');
});
addEventListener('message', (event) => {
  // Only pages that the policy's frame-ancestors names can be the parent.
  if (event.source !== parent) return;
  const said = (event.data as { sportello?: unknown } | null)?.sportello;
  if (said === 'start' && talk === undefined) void start();
  if (said === 'shown') focusSendBox();
});

if (setup.begins === 'at-once' || parent === window) void start();
else tellParent('ready');

/** Goes on with the conversation that this browser was in, or begins one. */
async function start(): Promise<void> {
  await show(async () => {
    const { kind, pass } = await findPass(locale);
    notice.textContent = kind === 'instead' ? setup.texts.anew : '';
    return { pass, known: kind === 'kept' };
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

async function show(find: () => Promise<{ pass: Pass; known: boolean }>): Promise<void> {
  end();
  asked += 1;
  const mine = asked;
  failed.hidden = true;
  loading.hidden = false;
  try {
    const { pass, known } = await find();
    if (mine !== asked) return;
    talk = connect(pass, known);
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
  line.connectionStatus$.subscribe((status) => {
    if (talk?.line !== line) return;
    if (status === connection.online) online();
    if (status === connection.expired || status === connection.failed) void comeBack();
  });
  const store = library.createStore({}, () => (next) => (action) => {
    const { activity } = action.payload ?? {};
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY' && activity?.type === 'message') {
      return next({
        ...action,
        payload: { ...action.payload, activity: { ...activity, channelData: { ...activity.channelData, page } } },
      });
    }
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && activity?.type === 'message') {
      loading.hidden = true;
      if (activity.from?.role !== 'user') tellParent('message');
    }
    return next(action);
  });
  return { pass, line, store, renewing: window.setInterval(() => void stayKnown(), renewEvery) };
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

/** On a phone the keyboard would cover the greeting, so only those with a mouse get the cursor at once. */
function focusSendBox(): void {
  if (matchMedia('(pointer: fine)').matches)
    document.querySelector<HTMLElement>('[data-id="webchat-sendbox-input"]')?.focus();
}

/** Only words without content go to the parent, so any parent may hear them. */
function tellParent(what: 'ready' | 'close' | 'message'): void {
  if (parent !== window) parent.postMessage({ sportello: what }, '*');
}
