import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { Log } from '../../service/ports.ts';
import { createConnector } from './connector.ts';
import { quietly } from './quiet.ts';

/*
 * Stock authentication answers 500, with its reason, to a bad signature, a token from the future, `alg: none` and HS256; here
 * every token that does not hold is a Rejected without a reason. Stock builds two clients in each turn; here one
 * is built for each app, audience and service, and kept.
 */

/** The standard settings of a Bot Framework bot; an empty app id means that no request is authenticated. */
export interface AppSettings {
  readonly appId: string;
  readonly password: string;
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
}

/** Where tokens come from and what they are checked against, instead of the public cloud's. */
export type CloudSettings = Readonly<Partial<Record<CloudKey, string>>>;
type CloudKey =
  | 'ToChannelFromBotLoginUrl'
  | 'ToChannelFromBotOAuthScope'
  | 'ToBotFromChannelTokenIssuer'
  | 'OAuthUrl'
  | 'ToBotFromChannelOpenIdMetadataUrl'
  | 'ToBotFromEmulatorOpenIdMetadataUrl'
  | 'CallerId';

export type Credentials = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;

/** A request that is not let in: 401 the token does not hold, 503 the keys to check it could not be had. */
export class Rejected extends Error {
  readonly status: 401 | 503;

  constructor(status: 401 | 503) {
    super(
      status === 401
        ? 'The Authorization header holds no valid token for this bot.'
        : 'The keys to check tokens with cannot be reached. Try again in a moment.',
    );
    this.status = status;
  }
}

type Stock = ConfigurationBotFrameworkAuthentication;
type Result = Awaited<ReturnType<Stock['authenticateRequest']>>;
type Factory = ReturnType<Stock['createConnectorFactory']>;
type Identity = Result['claimsIdentity'];

export class Authentication extends ConfigurationBotFrameworkAuthentication {
  private readonly log: Log;
  private readonly connectors = new Map<string, ReturnType<Factory['create']>>();
  private readonly userClients = new Map<string, ReturnType<Stock['createUserTokenClient']>>();

  constructor(app: AppSettings, log: Log, cloud: CloudSettings = {}, credentials?: Credentials) {
    const settings = standardSettings(app);
    super({ ...settings, ...cloud }, credentials ?? new ConfigurationServiceClientCredentialFactory(settings));
    this.log = log;
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<Result> {
    try {
      const result = await inTime(quietly(() => super.authenticateRequest(activity, header)));
      const { connectorFactory } = result;
      return connectorFactory === undefined
        ? result
        : { ...result, connectorFactory: this.kept(connectorFactory, result.claimsIdentity) };
    } catch (error) {
      const status = unreachable(error) ? 503 : 401;
      const reason = error instanceof Error ? error.message : typeof error;
      this.log(status === 503 ? 'error' : 'warn', 'bot-framework-request-rejected', { status, reason });
      throw new Rejected(status);
    }
  }

  override createConnectorFactory(identity: Identity): Factory {
    return this.kept(super.createConnectorFactory(identity), identity);
  }

  override createUserTokenClient(identity: Identity): ReturnType<Stock['createUserTokenClient']> {
    return remember(this.userClients, appOf(identity), () => super.createUserTokenClient(identity));
  }

  private kept(factory: Factory, identity: Identity): Factory {
    return {
      create: (serviceUrl, audience) =>
        remember(this.connectors, `${appOf(identity)} ${audience} ${serviceUrl}`, async () =>
          createConnector(await factory.create(serviceUrl, audience), serviceUrl),
        ),
    };
  }
}

function standardSettings({ appId, password, type, tenantId }: AppSettings): Record<string, string> {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppType: type,
    ...(password !== '' && { MicrosoftAppPassword: password }),
    ...(tenantId !== '' && { MicrosoftAppTenantId: tenantId }),
  };
}

/** Milliseconds in which the keys have to be there; stock would wait for them for ever. */
const patience = 10_000;

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late('The keys to check tokens with did not come in time.')), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

class Late extends Error {}

/** A failed request for keys, as opposed to a failed check. */
function unreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof Late || error.name === 'FetchError' || (error as { statusCode?: unknown }).statusCode === 500;
}

/** As stock: from a channel the app id is the audience, from the Emulator a claim of its own. */
function appOf(identity: Identity): string {
  return identity.getClaimValue('aud') ?? identity.getClaimValue('appid') ?? '';
}

/** Few services ever write to one bot; the limit only keeps a stranger from filling the memory. */
const mostClients = 100;

function remember<T>(clients: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = clients.get(key);
  if (known !== undefined) return known;
  const made = make();
  made.catch(() => clients.delete(key));
  clients.set(key, made);
  const oldest = clients.keys().next();
  if (clients.size > mostClients && !oldest.done) clients.delete(oldest.value);
  return made;
}
