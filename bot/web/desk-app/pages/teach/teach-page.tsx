import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Tab,
  TabList,
} from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import type { Teaching } from '../../../../content/teach.ts';
import type { Proposal } from '../../../../service/teacher.ts';
import type { TeachableEntries } from '../../../desk-teach-api.ts';
import { get, post } from '../../api/client.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { lessonGiven } from '../../parts/teach-link.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { teachFailures, teachTexts } from '../../texts/teach.ts';
import { EntryForm } from './entry-form.tsx';
import { ExampleForm } from './example-form.tsx';
import { ProposalView } from './proposal-view.tsx';

const useStyles = makeStyles({
  // The words of the first stand above the words below.
  tabs: { flexWrap: 'wrap', marginLeft: '-12px' },
  column: { display: 'flex', flexDirection: 'column', gap: '20px', maxWidth: '860px' },
});

/** Teaches a wording or a new entry: what it changes is shown, tried, and written only then. */
export function TeachPage() {
  const styles = useStyles();
  const t = useTexts(teachTexts);
  const { language } = useLanguage();
  const [lesson, setLesson] = useState(lessonGiven);
  const [kind, setKind] = useState<Teaching['kind']>(lesson.answer === undefined ? 'example' : 'entry');
  const [round, setRound] = useState(0);
  const top = useRef<HTMLDivElement>(null);
  const entries = useQuery({
    queryKey: ['teach', 'entries'],
    queryFn: ({ signal }) => get<TeachableEntries>('teach/entries', signal),
  });
  const proposing = useMutation({ mutationFn: (teaching: Teaching) => post<Proposal>('teach/propose', teaching) });
  const accepting = useMutation({ mutationFn: (id: string) => post<{ path: string }>('teach/accept', { id }) });

  function change(): void {
    proposing.reset();
    accepting.reset();
  }

  function begin(): void {
    change();
    setLesson({});
    setRound(round + 1);
    top.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  }

  if (entries.data === undefined) {
    return (
      <Page title={t.title} intro={t.intro}>
        {entries.isError ? <FailureNote error={entries.error} again={entries.refetch} /> : <Loading />}
      </Page>
    );
  }
  const given = {
    ...entries.data,
    lesson: { language, ...lesson },
    propose: proposing.mutate,
    pending: proposing.isPending,
  };
  return (
    <Page title={t.title} intro={t.intro}>
      <div className={styles.column} ref={top}>
        <TabList
          className={styles.tabs}
          aria-label={t.whichKind}
          selectedValue={kind}
          onTabSelect={(_, { value }) => (change(), setKind(value as Teaching['kind']))}
        >
          {(['example', 'entry'] as const).map((each) => (
            <Tab key={each} value={each}>
              {t.kinds[each]}
            </Tab>
          ))}
        </TabList>
        {/* A proposal hides what was written and does not forget it. */}
        <div hidden={proposing.data !== undefined}>
          {kind === 'example' ? <ExampleForm key={round} {...given} /> : <EntryForm key={round} {...given} />}
        </div>
        <FailureNote error={proposing.error} sentences={teachFailures} />
        {proposing.data !== undefined && !accepting.isSuccess && (
          <ProposalView
            proposal={proposing.data}
            accept={() => accepting.mutate(proposing.data.id)}
            pending={accepting.isPending}
            back={change}
          />
        )}
        <FailureNote error={accepting.error} sentences={teachFailures} />
        {accepting.data !== undefined && (
          <MessageBar intent="success" layout="multiline" role="status">
            <MessageBarBody>{t.written(accepting.data.path)}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={begin}>{t.another}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
      </div>
    </Page>
  );
}
