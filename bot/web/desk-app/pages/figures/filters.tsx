import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';

import { channels } from '../../../../domain/conversation.ts';
import { languages } from '../../../../domain/language.ts';
import { handlers } from '../../../../domain/rating.ts';
import { figuresTexts } from '../../texts/figures.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Asked, AskedKey } from './asked.ts';

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(160px, 1fr))',
    gap: '12px',
    margin: '0 0 20px',
    padding: 0,
    border: 'none',
    minWidth: 0,
    '@media (max-width: 719px)': { gridTemplateColumns: '1fr 1fr' },
  },
  legend: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export interface FiltersProps {
  readonly asked: Asked;
  readonly set: (key: AskedKey, value: string) => void;
  /** The dates that are shown, from which own dates begin. */
  readonly dates: { readonly from: string; readonly to: string; readonly today: string } | undefined;
  /** Whether who handled it can be chosen. */
  readonly handledBy: 'shown' | 'hidden';
  /** What else one page lets choose. */
  readonly children?: ReactNode;
}

/** Chooses what the figures are about. */
export function Filters({ asked, set, dates, handledBy, children }: FiltersProps) {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const [from, to] = asked.period.includes('..') ? asked.period.split('..') : [];
  const own = from !== undefined && to !== undefined;
  const choosePeriod = (value: string) => {
    if (value === 'custom') set('period', `${dates?.from ?? '2026-01-01'}..${dates?.to ?? '2026-01-31'}`);
    else set('period', value);
  };
  const chooseDates = (first: string, last: string) => {
    if (first !== '' && last !== '') set('period', first <= last ? `${first}..${last}` : `${last}..${first}`);
  };
  return (
    <fieldset className={styles.bar}>
      <legend className={styles.legend}>{t.filters}</legend>
      <Choice label={t.period} value={own ? 'custom' : asked.period} choose={choosePeriod}>
        {Object.entries(t.periods).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Choice>
      {own && (
        <>
          <Field label={t.from}>
            <Input type="date" value={from} max={dates?.today} onChange={(_, { value }) => chooseDates(value, to)} />
          </Field>
          <Field label={t.to}>
            <Input type="date" value={to} max={dates?.today} onChange={(_, { value }) => chooseDates(from, value)} />
          </Field>
        </>
      )}
      <Choice label={t.channel} value={asked.channel} choose={(value) => set('channel', value)}>
        <option value="">{t.all}</option>
        {channels.map((channel) => (
          <option key={channel} value={channel}>
            {t.channels[channel]}
          </option>
        ))}
      </Choice>
      <Choice label={t.language} value={asked.language} choose={(value) => set('language', value)}>
        <option value="">{t.allLanguages}</option>
        {languages.map((language) => (
          <option key={language} value={language}>
            {t.languages[language]}
          </option>
        ))}
      </Choice>
      {handledBy === 'shown' && (
        <Choice label={t.handledBy} value={asked.handledBy} choose={(value) => set('handledBy', value)}>
          <option value="">{t.all}</option>
          {handlers.map((handler) => (
            <option key={handler} value={handler}>
              {t.handlers[handler]}
            </option>
          ))}
        </Choice>
      )}
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: ReactNode;
}

/** One of the choices in a row. */
export function Choice({ label, value, choose, children }: ChoiceProps) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => choose(data.value)}>
        {children}
      </Select>
    </Field>
  );
}
