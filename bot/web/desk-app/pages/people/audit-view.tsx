import { Button, Field, Link, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';

import type { AuditLine } from '../../../../service/audit.ts';
import type { AccountLine } from '../../../../service/people.ts';
import { get } from '../../api/client.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { actNames } from '../../texts/audit.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { peopleTexts } from '../../texts/people.ts';
import { useAccounts } from './accounts.ts';
import { AuditLines } from './audit-lines.tsx';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '12px', margin: '16px 0' },
  // A select is as wide as its longest option, unless it is told otherwise.
  filter: {
    flex: '1 1 160px',
    maxWidth: '320px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& select': { minWidth: 0, width: '100%' },
  },
  csv: { marginLeft: 'auto', padding: '6px 0', color: tokens.colorBrandForegroundLink },
  more: { display: 'block', margin: '16px auto 0' },
});

interface AuditPage {
  readonly lines: readonly AuditLine[];
  readonly acts: readonly string[];
  readonly next?: number;
}

/** Who did what, the newest first; the filters stand in the address, so that it can be kept and sent. */
export function AuditView() {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  const [search, setSearch] = useSearchParams();
  const filter = { account: search.get('account') ?? '', act: search.get('act') ?? '' };
  const accounts = useAccounts().data?.accounts ?? [];
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
  const audit = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam, signal }) => get<AuditPage>(`audit?${query}${pageParam}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => (next === undefined ? undefined : `&before=${next}`),
    staleTime: 0,
  });
  const pages = audit.data?.pages ?? [];
  const lines = pages.flatMap((page) => page.lines);
  const choose = (change: Partial<typeof filter>) =>
    setSearch(
      Object.entries({ ...filter, ...change }).filter(([, value]) => value !== ''),
      { replace: true },
    );
  return (
    <>
      <div className={styles.filters}>
        <PersonFilter accounts={accounts} chosen={filter.account} choose={(account) => choose({ account })} />
        <ActFilter acts={pages[0]?.acts ?? []} chosen={filter.act} choose={(act) => choose({ act })} />
        <Link className={styles.csv} href={`/desk/api/audit.csv?${query}`} download>
          {t.csv}
        </Link>
      </div>
      {audit.isError && <FailureNote error={audit.error} again={() => audit.refetch()} />}
      {audit.isPending && <Loading />}
      {audit.isSuccess && lines.length === 0 && <Nothing title={t.nobodyDid} hint={t.nobodyDidHint} />}
      {lines.length > 0 && <AuditLines lines={lines} accounts={accounts} />}
      {audit.hasNextPage && (
        <Button className={styles.more} disabledFocusable={audit.isFetching} onClick={() => void audit.fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </>
  );
}

interface FilterProps {
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

function PersonFilter({ accounts, chosen, choose }: FilterProps & { readonly accounts: readonly AccountLine[] }) {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  return (
    <Field label={t.person} className={styles.filter}>
      <Select value={chosen} onChange={(_, { value }) => choose(value)}>
        <option value="">{t.everybody}</option>
        {accounts.map(({ id, login, name }) => (
          <option key={id} value={id}>
            {name} ({login})
          </option>
        ))}
      </Select>
    </Field>
  );
}

function ActFilter({ acts, chosen, choose }: FilterProps & { readonly acts: readonly string[] }) {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  const { language } = useLanguage();
  const known = chosen === '' || acts.includes(chosen) ? acts : [...acts, chosen];
  return (
    <Field label={t.act} className={styles.filter}>
      <Select value={chosen} onChange={(_, { value }) => choose(value)}>
        <option value="">{t.everything}</option>
        {known.map((act) => (
          <option key={act} value={act}>
            {actNames[language][act] ?? act}
          </option>
        ))}
      </Select>
    </Field>
  );
}
