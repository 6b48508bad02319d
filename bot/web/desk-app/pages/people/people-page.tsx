import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useLocation } from 'wouter';

import { Page } from '../../parts/page.tsx';
import { invitationTexts } from '../../texts/invitations.ts';
import { useTexts } from '../../texts/language.tsx';
import { peopleTexts } from '../../texts/people.ts';
import { AccountsView } from './accounts-view.tsx';
import { AuditView } from './audit-view.tsx';
import { InvitationsView } from './invitations-view.tsx';
import { InviteDialog } from './invite-dialog.tsx';

const parts = ['invitations', 'audit'] as const;

const useStyles = makeStyles({ tabs: { flexWrap: 'wrap', marginLeft: '-12px' } });

/** Who may sign in, who was invited, and what everybody did: for admins. */
export function PeoplePage() {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  const [path, go] = useLocation();
  const invitations = useTexts(invitationTexts);
  const part = parts.find((each) => path === `/people/${each}`) ?? 'accounts';
  return (
    <Page title={t.title} intro={t.intro} actions={<InviteDialog />}>
      <TabList
        className={styles.tabs}
        selectedValue={part}
        onTabSelect={(_, { value }) =>
          go(value === 'accounts' ? '/people' : `/people/${String(value)}`, { replace: true })
        }
      >
        <Tab value="accounts">{t.accounts}</Tab>
        <Tab value="invitations">{invitations.tab}</Tab>
        <Tab value="audit">{t.audit}</Tab>
      </TabList>
      {part === 'accounts' && <AccountsView />}
      {part === 'invitations' && <InvitationsView />}
      {part === 'audit' && <AuditView />}
    </Page>
  );
}
