import { Badge, Button, Card, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';

import type { InvitationLine } from '../../../../service/links.ts';
import { get } from '../../api/client.ts';
import { invitationsKey } from '../../live/news.ts';
import { useAnnounce } from '../../parts/announcer.tsx';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { SmallDialog } from '../../parts/small-dialog.tsx';
import { invitationTexts } from '../../texts/invitations.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { accountFailures, peopleTexts } from '../../texts/people.ts';
import { clockTime } from '../../texts/time-words.ts';
import { useAccountAct } from './accounts.ts';
import { LinkField } from './link-field.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', margin: '16px 0 0', padding: 0, listStyleType: 'none' },
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 2fr) minmax(0, 2fr) auto',
    alignItems: 'center',
    gap: '8px 16px',
    padding: '12px 16px',
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  text: { margin: 0 },
});

/** Links that nobody has used yet: for whom, until when, and how they are withdrawn or made anew. */
export function InvitationsView() {
  const styles = useStyles();
  const t = useTexts(invitationTexts);
  const invitations = useQuery({
    queryKey: invitationsKey,
    queryFn: ({ signal }) => get<{ readonly invitations: readonly InvitationLine[] }>('account-links', signal),
    // None tells when one expires.
    staleTime: 0,
  });
  const announce = useAnnounce();
  const withdraw = useAccountAct();
  const renew = useAccountAct<{ readonly link: string }>();
  if (invitations.isError) return <FailureNote error={invitations.error} again={() => invitations.refetch()} />;
  if (invitations.data === undefined) return <Loading />;
  const open = invitations.data.invitations;
  return (
    <>
      <FailureNote error={withdraw.error ?? renew.error} sentences={accountFailures} />
      {open.length === 0 && <Nothing title={t.none} hint={t.noneHint} />}
      <ul className={styles.list}>
        {open.map((invitation) => (
          <li key={invitation.id}>
            <InvitationCard
              invitation={invitation}
              withdraw={() =>
                withdraw.mutate(
                  { path: `account-links/${invitation.id}/withdraw` },
                  { onSuccess: () => announce(t.withdrawn) },
                )
              }
              renew={() => renew.mutate({ path: `account-links/${invitation.id}/renew` })}
            />
          </li>
        ))}
      </ul>
      {renew.data !== undefined && <RenewedDialog link={renew.data.link} close={() => renew.reset()} />}
    </>
  );
}

interface InvitationCardProps {
  readonly invitation: InvitationLine;
  readonly withdraw: () => void;
  readonly renew: () => void;
}

function InvitationCard({ invitation, withdraw, renew }: InvitationCardProps) {
  const { expiresAt, guest, by, opens } = invitation;
  const styles = useStyles();
  const t = useTexts(invitationTexts);
  const { roleNames } = useTexts(peopleTexts);
  const { language } = useLanguage();
  const name = opens.kind === 'password' ? opens.name : (guest ?? t.unnamed);
  return (
    <Card className={styles.card}>
      <div>
        <div className={styles.name}>{name}</div>
        <div className={styles.quiet}>{opens.kind === 'password' ? opens.login : t.account}</div>
      </div>
      <div className={styles.row}>
        {opens.kind === 'password' && <Badge appearance="outline">{t.password}</Badge>}
        {opens.kind === 'account' &&
          opens.roles.map((role) => (
            <Badge key={role} appearance="tint" color="brand">
              {roleNames[role]}
            </Badge>
          ))}
      </div>
      <div className={styles.quiet}>
        <div>{t.until(clockTime(expiresAt, language))}</div>
        <div>{by === undefined ? t.byCommandLine : t.by(by)}</div>
      </div>
      <div className={styles.row}>
        <Button size="small" aria-label={t.renewLabel(name)} onClick={renew}>
          {t.renew}
        </Button>
        <Button size="small" aria-label={t.withdrawLabel(name)} onClick={withdraw}>
          {t.withdraw}
        </Button>
      </div>
    </Card>
  );
}

function RenewedDialog({ link, close }: { readonly link: string; readonly close: () => void }) {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  const { renewed } = useTexts(invitationTexts);
  const done = (
    <Button appearance="primary" onClick={close}>
      {t.done}
    </Button>
  );
  return (
    <SmallDialog title={t.linkTitle} close={close} actions={done}>
      <p className={styles.text}>{renewed}</p>
      <LinkField link={link} />
    </SmallDialog>
  );
}
