import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChatMultipleRegular } from '@fluentui/react-icons/svg/chat-multiple';
import { useLocation, useRoute, useSearchParams } from 'wouter';

import { useWaitingWork } from '../../live/waiting-work.ts';
import { phone, useMedia } from '../../parts/media.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { useUnseen } from '../../parts/unseen.ts';
import { useFocusOnArrival, useWindowTitle } from '../../parts/page.tsx';
import { inboxTexts } from '../../texts/inbox.ts';
import { useTexts } from '../../texts/language.tsx';
import { ConversationPane } from '../conversation/conversation-pane.tsx';
import { InboxLists } from './inbox-lists.tsx';
import { listOf, type ListName } from './lists.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: '360px minmax(0, 1fr)', height: '100%' },
  narrow: { gridTemplateColumns: 'minmax(0, 1fr)' },
  lists: {
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  pane: { minHeight: 0, minWidth: 0 },
  none: { display: 'grid', placeContent: 'center', height: '100%' },
});

/** The lists of conversations and the one that is open, beside each other; on a phone one of the two. */
export function InboxPage() {
  const styles = useStyles();
  const { unseen } = useUnseen();
  const t = useTexts(inboxTexts);
  const narrow = useMedia(phone);
  const [, go] = useLocation();
  const [opened, params] = useRoute('/c/:id');
  const [search] = useSearchParams();
  const list = listOf(search.get('list'));
  const id = opened ? params.id : undefined;
  const hrefOf = (conversation: string, from: ListName = list) => `/c/${encodeURIComponent(conversation)}?list=${from}`;

  return (
    <div className={mergeClasses(styles.page, narrow && styles.narrow)}>
      <h1 className={unseen}>{t.title}</h1>
      {(!narrow || id === undefined) && (
        <div className={styles.lists}>
          <InboxLists
            list={list}
            choose={(chosen) => go(`${id === undefined ? '/' : `/c/${encodeURIComponent(id)}`}?list=${chosen}`)}
            chosenId={id}
            hrefOf={hrefOf}
          />
        </div>
      )}
      {id !== undefined && (
        <div className={styles.pane}>
          <ConversationPane
            key={id}
            id={id}
            back={() => go(`/?list=${list}`)}
            claimed={() => go(hrefOf(id, 'mine'), { replace: true })}
          />
        </div>
      )}
      {id === undefined && !narrow && <NothingChosen list={list} />}
      {id === undefined && narrow && <Arrival />}
    </div>
  );
}

function NothingChosen({ list }: { readonly list: ListName }) {
  const styles = useStyles();
  const t = useTexts(inboxTexts);
  const waiting = useWaitingWork();
  // True of that list only: the closed ones, for one, begin with the last.
  const hint = list === 'waiting' && waiting > 0 ? { hint: t.pickHint } : {};
  return (
    <div className={styles.none}>
      <Arrival />
      <Nothing icon={<ChatMultipleRegular />} title={t.pick} {...hint} />
    </div>
  );
}

/** Takes the focus, and names the window, while no conversation does. */
function Arrival() {
  const { unseen } = useUnseen();
  const t = useTexts(inboxTexts);
  const here = useFocusOnArrival<HTMLDivElement>();
  useWindowTitle(t.title);
  return (
    <div className={unseen} ref={here} tabIndex={-1}>
      {t.pick}
    </div>
  );
}
