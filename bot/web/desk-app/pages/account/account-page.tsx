import { makeStyles } from '@fluentui/react-components';

import { useMe } from '../../api/session.ts';
import { Page } from '../../parts/page.tsx';
import { accountTexts } from '../../texts/account.ts';
import { useTexts } from '../../texts/language.tsx';
import { AttentionCard } from './attention-card.tsx';
import { LookCard } from './look-card.tsx';
import { SignInCards } from './sign-in-cards.tsx';

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '640px' },
});

/** What somebody chooses for the own desk. */
export function AccountPage() {
  const styles = useStyles();
  const t = useTexts(accountTexts);
  const { agent } = useMe();
  return (
    <Page title={t.title} intro={`${agent.name}. ${t.intro}`}>
      <div className={styles.cards}>
        <LookCard />
        <AttentionCard />
        <SignInCards />
      </div>
    </Page>
  );
}
