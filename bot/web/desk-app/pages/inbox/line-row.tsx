import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { Link } from 'wouter';

import type { DeskLine } from '../../../../service/desk-line.ts';
import { useMe } from '../../api/session.ts';
import { ChannelIcon } from '../../parts/channel-icon.tsx';
import { useCustomerName } from '../../parts/customer-name.ts';
import { Since } from '../../parts/since.tsx';
import { useUnseen } from '../../parts/unseen.ts';
import { conversationTexts } from '../../texts/conversation.ts';
import { inboxTexts } from '../../texts/inbox.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { clockTime } from '../../texts/time-words.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    boxSizing: 'border-box',
    padding: '10px 14px 10px 13px',
    borderLeft: '3px solid transparent',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorCompoundBrandStroke,
  },
  top: { display: 'flex', alignItems: 'baseline', gap: '8px' },
  name: {
    flex: '1 1 auto',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  time: { flexShrink: 0, fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  waiting: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  question: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  facts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px', marginTop: '2px' },
  reason: { maxWidth: '100%', overflow: 'hidden', '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' } },
  fact: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export interface LineRowProps {
  readonly line: DeskLine;
  readonly href: string;
  readonly chosen: 'chosen' | undefined;
}

/** One conversation in a list; drawn anew only when something in it changed. */
export const LineRow = memo(function LineRow({ line, href, chosen }: LineRowProps) {
  const styles = useStyles();
  const inbox = useTexts(inboxTexts);
  const t = useTexts(conversationTexts);
  const nameOf = useCustomerName();
  const { agent: me } = useMe();
  const holder = line.status === 'waiting' ? undefined : line.agent;
  return (
    <Link
      href={href}
      className={mergeClasses(styles.row, chosen && styles.chosen)}
      aria-current={chosen === undefined ? undefined : 'true'}
    >
      <span className={styles.top}>
        <span className={styles.name}>{nameOf(line)}</span>
        <LineTime line={line} />
      </span>
      <span className={styles.question} lang={line.language}>
        {line.question ?? inbox.noQuestion}
      </span>
      <span className={styles.facts}>
        {line.reason && (
          <Badge appearance="tint" color="brand" shape="rounded" className={styles.reason}>
            <span>{t.reason(line.reason)}</span>
          </Badge>
        )}
        <span className={styles.fact}>
          <ChannelIcon channel={line.channel} />
          {t.channels[line.channel]}
        </span>
        <span className={styles.fact} title={t.languages[line.language]}>
          {line.language.toUpperCase()}
        </span>
        {line.unreachable && <span className={styles.fact}>{t.unreachable[line.unreachable]}</span>}
        {line.outcome && <span className={styles.fact}>{t.outcomes[line.outcome]}</span>}
        {holder && (
          <span className={styles.fact}>
            {line.status === 'closed' ? holder.name : holder.id === me.id ? t.heldByMe : t.heldBy(holder.name)}
          </span>
        )}
      </span>
    </Link>
  );
});

function LineTime({ line }: { readonly line: DeskLine }) {
  const styles = useStyles();
  const { unseen } = useUnseen();
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  if (line.status === 'closed') {
    return <time className={mergeClasses(styles.time, styles.quiet)}>{clockTime(line.lastAt, language)}</time>;
  }
  const at = line.status === 'waiting' ? line.queuedAt : line.unansweredAt;
  if (at === undefined) return null;
  const label = line.status === 'waiting' ? t.waitsFor : t.unanswered;
  return (
    <span className={mergeClasses(styles.time, styles.waiting)} title={label}>
      <span className={unseen}>{label} </span>
      <Since at={at} />
    </span>
  );
}
