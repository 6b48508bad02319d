import { makeStyles } from '@fluentui/react-components';

import type { ContentAnswer } from '../../../desk-figures-api.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { contentTexts } from '../../texts/content.ts';
import { useTexts } from '../../texts/language.tsx';
import { useAsked, useFigures } from './asked.ts';
import { EntryList } from './entry-list.tsx';
import { Filters } from './filters.tsx';
import { MissedList } from './missed-list.tsx';

const useStyles = makeStyles({ lists: { display: 'flex', flexDirection: 'column', gap: '16px' } });

/** What became of the answers, and what had none. */
export function ContentPage() {
  const styles = useStyles();
  const c = useTexts(contentTexts);
  const [asked, set] = useAsked();
  const { data, error, refetch } = useFigures<ContentAnswer>('content-figures', { ...asked, handledBy: '' });
  return (
    <Page title={c.content} intro={c.contentIntro}>
      <Filters asked={asked} set={set} dates={data} handledBy="hidden" />
      <FailureNote error={error} again={refetch} />
      {data === undefined ? (
        error === null && <Loading />
      ) : (
        <div className={styles.lists}>
          <MissedList answer={data} />
          <EntryList answer={data} />
        </div>
      )}
    </Page>
  );
}
