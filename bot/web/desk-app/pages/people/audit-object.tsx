import { Link } from '@fluentui/react-components';
import { Link as RouteLink } from 'wouter';

import type { AuditLine } from '../../../../service/audit.ts';
import { useMe } from '../../api/session.ts';
import { conversationTexts } from '../../texts/conversation.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { peopleTexts } from '../../texts/people.ts';
import { locales } from '../../texts/time-words.ts';

export interface AuditObjectProps {
  readonly line: Pick<AuditLine, 'act' | 'object' | 'facts' | 'conversation'>;
  /** Of accounts, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What was acted on, by a name, with the way there for whoever may go it. */
export function AuditObject({ line: { act, object, facts, conversation }, names }: AuditObjectProps) {
  const t = useTexts(peopleTexts);
  const { channels } = useTexts(conversationTexts);
  const { language } = useLanguage();
  const isAgent = useMe().roles.includes('agent');
  if (object === undefined) return facts['path'] ?? '';
  const account = names.get(object);
  if (account !== undefined) return <To href={`/people/audit?account=${object}`}>{account}</To>;
  if (conversation !== undefined) {
    const { channel, openedAt } = conversation;
    const time = new Intl.DateTimeFormat(locales[language], { dateStyle: 'short', timeStyle: 'short' }).format(
      openedAt,
    );
    const name = t.conversation(channels[channel], time);
    return isAgent ? <To href={`/c/${encodeURIComponent(object)}`}>{name}</To> : name;
  }
  if (act.startsWith('tickets.') && isAgent) return <To href={`/tickets/${encodeURIComponent(object)}`}>{object}</To>;
  if (act in invitations) return <To href="/people">{t.invitation(object.slice(0, 6))}</To>;
  return object;
}

/** Acts on an invitation, which has no name until it is used. */
const invitations = { 'accounts.link': true, 'accounts.withdraw': true, 'accounts.renew': true };

function To({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <RouteLink href={href} asChild>
      <Link inline>{children}</Link>
    </RouteLink>
  );
}
