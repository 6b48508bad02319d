import { Button, makeStyles } from '@fluentui/react-components';

import type { DeskLine } from '../../../../service/desk-line.ts';
import { useClosed } from '../../api/conversation.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { workTexts } from '../../texts/desk-work.ts';
import { inboxTexts } from '../../texts/inbox.ts';
import { useTexts } from '../../texts/language.tsx';
import { EmptyList } from './empty-list.tsx';
import { LineList } from './line-list.tsx';

const useStyles = makeStyles({ more: { padding: '8px 12px' } });

export interface ClosedListProps {
  readonly search: string;
  readonly chosenId: string | undefined;
  readonly hrefOf: (line: DeskLine) => string;
}

/** Those that are closed, the last closed first; the server searches them by what was said. */
export function ClosedList({ search, chosenId, hrefOf }: ClosedListProps) {
  const styles = useStyles();
  const { lists } = useTexts(inboxTexts);
  const t = useTexts(workTexts);
  const closed = useClosed(search.trim());
  const lines = closed.data?.pages.flatMap((page) => page.lines) ?? [];
  if (closed.isError) return <FailureNote error={closed.error} again={() => closed.refetch()} />;
  if (closed.isPending) return <Loading />;
  if (lines.length === 0) return <EmptyList list="closed" search={search} />;
  return (
    <>
      <LineList label={lists.closed} lines={lines} chosenId={chosenId} hrefOf={hrefOf} />
      {closed.hasNextPage && (
        <div className={styles.more}>
          <Button disabledFocusable={closed.isFetching} onClick={() => void closed.fetchNextPage()}>
            {t.nextPage}
          </Button>
        </div>
      )}
    </>
  );
}
