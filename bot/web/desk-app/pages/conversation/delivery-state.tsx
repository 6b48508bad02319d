import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';

import type { DeskDelivery } from '../../../../service/desk-case.ts';
import { channelTexts } from '../../texts/channels.ts';
import { workTexts } from '../../texts/desk-work.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { timeOfDay } from '../../texts/time-words.ts';

const useStyles = makeStyles({
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 4px',
    '& > svg': { flexShrink: 0 },
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

export interface DeliveryStateProps {
  readonly seq: number;
  readonly delivery: DeskDelivery;
}

/** What became of a message that an agent sent: whether the customer has it, or why not. */
export function DeliveryState({ seq, delivery }: DeliveryStateProps) {
  const styles = useStyles();
  const { delivery: t } = useTexts(workTexts);
  const { faults } = useTexts(channelTexts);
  const { language } = useLanguage();
  const { lost, deliveredSeq, state, error = '', retryAt } = delivery;
  if (lost !== undefined && seq > lost.after && seq <= lost.to) {
    return (
      <span className={mergeClasses(styles.state, styles.bad)}>
        <ErrorCircleRegular aria-hidden="true" />
        {t.lost(faults[lost.error] ?? lost.error)}
      </span>
    );
  }
  if (seq <= deliveredSeq) {
    return (
      <span className={styles.state}>
        <CheckmarkRegular aria-hidden="true" />
        {t.delivered}
      </span>
    );
  }
  return (
    <span className={styles.state}>
      <ClockRegular aria-hidden="true" />
      {state === 'retrying' &&
        t.retrying(faults[error] ?? error, retryAt === undefined ? '' : timeOfDay(retryAt, language))}
      {state === 'waiting' && t.waiting}
      {state !== 'retrying' && state !== 'waiting' && t.sending}
    </span>
  );
}
