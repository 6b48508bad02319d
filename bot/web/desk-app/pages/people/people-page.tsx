import { Tab, TabList } from '@fluentui/react-components';
import { useLocation } from 'wouter';

import { Page } from '../../parts/page.tsx';
import { useTexts } from '../../texts/language.tsx';
import { peopleTexts } from '../../texts/people.ts';
import { AccountsView } from './accounts-view.tsx';
import { AuditView } from './audit-view.tsx';
import { InviteDialog } from './invite-dialog.tsx';

/** Who may sign in, and what everybody did: for admins. */
export function PeoplePage() {
  const t = useTexts(peopleTexts);
  const [path, go] = useLocation();
  const part = path === '/people/audit' ? 'audit' : 'accounts';
  return (
    <Page title={t.title} intro={t.intro} actions={<InviteDialog />}>
      <TabList
        selectedValue={part}
        onTabSelect={(_, { value }) => go(value === 'audit' ? '/people/audit' : '/people', { replace: true })}
      >
        <Tab value="accounts">{t.accounts}</Tab>
        <Tab value="audit">{t.audit}</Tab>
      </TabList>
      {part === 'audit' ? <AuditView /> : <AccountsView />}
    </Page>
  );
}
