import { createDirectLine } from './channels/directline/direct-line.ts';
import { createFramework } from './channels/framework/routes.ts';
import { createHandler } from './channels/handler.ts';
import { createOutbox } from './channels/mail/outbox.ts';
import type { MailSettings } from './channels/mail/settings.ts';
import { createDeliverer } from './channels/send.ts';
import type { TelegramParts, TelegramSettings } from './channels/telegram/telegram.ts';
import { pushAgentTyping } from './channels/typing.ts';
import type { Config } from './config.ts';
import { mailSettings } from './mail-config.ts';
import { printProblem, type Problem } from './content/problem.ts';
import type { Language } from './domain/language.ts';
import { createAccounts } from './service/accounts.ts';
import { createAudit } from './service/audit.ts';
import { startTicking, systemClock } from './service/clock.ts';
import { createDesk } from './service/desk.ts';
import { oidcOf } from './oidc-settings.ts';
import { beginOpening, type Opening } from './opening.ts';
import { ticketMail } from './service/letters.ts';
import type { Clock, Log } from './service/ports.ts';
import { seldom } from './service/seldom.ts';
import { createStaleClaims } from './service/stale-claims.ts';
import { createPresence } from './service/presence.ts';
import { createTeacher } from './service/teacher.ts';
import { entryVersions } from './service/entry-versions.ts';
import { createTickets } from './service/tickets.ts';
import { createCustomerTyping } from './service/typing.ts';
import { createTurns } from './service/turns.ts';
import { telegramSettings } from './telegram-config.ts';
import { createFeed } from './store/feed.ts';
import { knowledgeFolder } from './store/knowledge-folder.ts';
import { knowledgeWriter } from './store/knowledge-writer.ts';
import { openStore } from './store/open.ts';
import { openReports } from './store/report-reader.ts';
import { createAssets } from './web/assets.ts';
import { deskRoutes } from './web/desk.ts';
import { createMetrics } from './web/metrics.ts';
import { customerPages } from './web/pages.ts';
import { probes } from './web/probes.ts';
import { createServer } from './web/server.ts';

export interface Sportello {
  /** For a browser on this machine. */
  readonly url: string;
  /** The one-time link to the first account; undefined when there is an account. */
  readonly firstLink: string | undefined;
  /** Ends in the reverse order of the start: no new requests, then no new turns, then the store. */
  close(): Promise<void>;
}

/**
 * Chooses the parts, joins them and starts serving; resolves when customers can be served. Rejects with all Problems of
 * the knowledge, or with what is wrong with the database or the port.
 */
export async function startSportello(
  config: Config,
  wholeLog: Log,
  clock: Clock = systemClock,
  opening: Opening = beginOpening(config, wholeLog),
): Promise<Sportello> {
  const log = seldom(wholeLog, clock.now);
  const { learner } = opening;
  const opened = await opening.opened;
  if (opened.kind === 'refused') refused(opened.problems, config.CLI_LANGUAGE);
  const { knowledge } = opened;
  const presence = createPresence(clock);
  const mind = () => ({ ...knowledge.mind(), staffed: presence.staffed() });
  const wording = () => knowledge.current().wording;
  const store = await openStore(config.DATABASE_URL);
  const reports = openReports(config.DATABASE_URL, store);
  await knowledge.each(({ entries }) => store.entriesInForce(entryVersions(entries), clock.now()));
  const feed = createFeed();
  const metrics = createMetrics({
    store,
    problems: () => knowledge.problems().length,
    ignored: () => handler.ignored,
    channels: () => deliverer.states(),
    now: clock.now,
  });
  const mail = mailSettings(config);
  const domain = mail?.from.address.split('@')[1] ?? 'localhost';
  const turns = createTurns({
    store,
    feed,
    clock,
    mind,
    log,
    meter: metrics.meter,
    ...(mail !== undefined && {
      ticketMail: (ticket, language) => ticketMail(mind(), ticket, language, domain),
    }),
  });
  const outbox =
    mail &&
    createOutbox({ store, clock, log, send: await openMail(mail), changed: (ticket) => tickets.changed(ticket) });
  const tickets = createTickets({
    store,
    feed,
    clock,
    mind,
    ...(outbox !== undefined && { mail: { domain, saved: () => outbox.wake() } }),
  });

  const framework = createFramework({ app: appOf(config), wording, store, log });
  const telegram = await openTelegram(telegramSettings(config), { store, turns, clock, feed, log, wording });
  const outlets = [framework.outlet, ...(telegram === undefined ? [] : [telegram.outlet])];
  const deliverer = createDeliverer({ store, feed, clock, log, outlets, lose: turns.lose });
  const stopTyping = pushAgentTyping({ feed, store, outlets, log });
  const handler = createHandler(turns, deliverer, createCustomerTyping(store, feed), store);
  const directLine = await createDirectLine({
    store,
    feed,
    clock,
    log,
    handler,
    wording,
    allowedOrigins: config.ALLOWED_ORIGINS,
    ...(config.WIDGET_SECRET !== undefined && { widgetSecret: config.WIDGET_SECRET }),
    chatsPerMinute: config.CHATS_PER_MINUTE,
    messagesPerMinute: config.MESSAGES_PER_MINUTE,
  });

  const oidc = oidcOf(config, store, clock);
  const accounts = createAccounts({ store, clock });
  const audit = createAudit(store, clock);
  const desk = createDesk({ store, turns, feed, presence, clock, mind, replies: () => knowledge.current().replies });
  const teacher = createTeacher({
    source: knowledgeFolder(config.KNOWLEDGE_DIR),
    writer: knowledgeWriter(config.KNOWLEDGE_DIR),
    learner,
    clock,
  });
  const assets = createAssets();
  const server = createServer({
    routes: [
      ...customerPages({ knowledge: () => knowledge.current(), assets, clock, allowedOrigins: config.ALLOWED_ORIGINS }),
      ...deskRoutes({
        desk,
        accounts,
        presence,
        audit,
        feed,
        clock,
        log,
        assets,
        teacher,
        reports,
        shop: () => ({ hours: mind().hours, scale: mind().policy.ratingScale }),
        tickets,
        entries: () => mind().entries,
        policy: () => mind().policy,
        oidc,
        channels: () => deliverer.states(),
      }),
      ...directLine.routes,
      ...framework.routes(handler),
      ...(telegram?.routes(handler) ?? []),
      ...probes({
        ready: async () => {
          await store.due(0, 1);
          return [];
        },
        ...(config.METRICS_TOKEN !== undefined && { metricsToken: config.METRICS_TOKEN }),
        metrics: async () => ({ contentType: metrics.contentType, text: await metrics.text() }),
      }),
    ],
    upgrades: [directLine.upgrade],
    log,
    trustProxy: config.TRUST_PROXY,
    ...(config.PUBLIC_URL !== undefined && { publicUrl: config.PUBLIC_URL }),
  });

  const url = await server.listen(config.PORT, config.HOST);
  deliverer.start();
  telegram?.start(handler);
  outbox?.start();
  const takeStaleClaims = createStaleClaims({ store, turns, presence, clock, mind, log });
  const stopTicking = startTicking({ turns, presence, takeStaleClaims, tickets }, log);
  return {
    url,
    firstLink: await accounts.firstLink(config.PUBLIC_URL ?? url),
    async close() {
      stopTyping();
      directLine.close();
      await server.close();
      await stopTicking();
      await telegram?.close();
      await deliverer.close();
      await outbox?.close();
      await learner.close();
      await knowledge.close();
      await reports.close();
      await store.close();
    },
  };
}

/** Loads the client of Telegram only where it is used. */
async function openTelegram(settings: TelegramSettings | undefined, parts: Omit<TelegramParts, 'settings'>) {
  if (settings === undefined) return undefined;
  const { createTelegram } = await import('./channels/telegram/telegram.ts');
  return createTelegram({ ...parts, settings });
}

/** The same with the client of mail servers. */
async function openMail(settings: MailSettings) {
  const { smtpSender } = await import('./channels/mail/smtp.ts');
  return smtpSender(settings);
}

/** Throws an error that tells all Problems. */
function refused(problems: readonly Problem[], language: Language): never {
  const told = problems.map((problem) => printProblem(problem, language)).join('\n\n');
  const advice = {
    it: 'Con dei problemi nei contenuti Sportello non si avvia: correggili e avvialo di nuovo.',
    en: 'Sportello does not start with Problems in its knowledge; mend them and start again.',
  };
  throw new Error(`${told}\n\n${advice[language]}`);
}

function appOf(config: Config) {
  return {
    appId: config.MicrosoftAppId,
    password: config.MicrosoftAppPassword,
    type: config.MicrosoftAppType,
    tenantId: config.MicrosoftAppTenantId,
  };
}
