import type { Config } from './config.ts';
import type { Role } from './domain/role.ts';
import type { Clock, Store } from './service/ports.ts';
import { providerSignIns } from './service/provider-sign-in.ts';
import { sessionOpener } from './service/session-opener.ts';
import type { DeskRouteParts } from './web/desk.ts';
import type { Meaning } from './web/oidc/claims.ts';
import { createProvider, type ProviderSettings } from './web/oidc/provider.ts';

/** The provider that the settings name, joined with the accounts; undefined when there is none. */
export function oidcOf(config: Config, store: Store, clock: Clock): DeskRouteParts['oidc'] {
  const settings = oidcSettings(config);
  if (settings === undefined) return undefined;
  const { name, meaning, defaultRoles, provider } = settings;
  const signIns = providerSignIns({ store, clock, openSession: sessionOpener(store, clock), defaultRoles });
  return { name, meaning, provider: createProvider(provider), signIns };
}

interface OidcSettings {
  /** On the button. */
  readonly name: string;
  readonly provider: ProviderSettings;
  readonly meaning: Meaning;
  readonly defaultRoles: readonly Role[];
}

/** What the settings say of signing in with a provider; undefined when there is none. */
function oidcSettings(config: Config): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (issuer === undefined) return undefined;
  const groups = {
    agent: config.OIDC_ROLE_AGENT,
    editor: config.OIDC_ROLE_EDITOR,
    manager: config.OIDC_ROLE_MANAGER,
    admin: config.OIDC_ROLE_ADMIN,
  };
  return {
    name: config.OIDC_NAME,
    provider: { issuer, clientId, clientSecret, scopes: config.OIDC_SCOPES },
    meaning: { rolesClaim: config.OIDC_ROLES_CLAIM, groups, domains: config.OIDC_DOMAINS },
    defaultRoles: config.OIDC_DEFAULT_ROLES,
  };
}
