import { Button, Combobox, Field, makeStyles, Option, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';

import type { Teaching } from '../../../../content/teach.ts';
import { languages, type Language } from '../../../../domain/language.ts';
import type { Teachable, TeachableEntries } from '../../../desk-teach-api.ts';
import type { Lesson } from '../../parts/teach-link.tsx';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { teachTexts } from '../../texts/teach.ts';

export interface TeachFormProps {
  readonly entries: readonly Teachable[];
  readonly clarifyFrom: TeachableEntries['clarifyFrom'];
  readonly lesson: Lesson & { readonly language: Language };
  readonly propose: (teaching: Teaching) => void;
  readonly pending: boolean;
}

export const useFormStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  wording: { minHeight: '6em' },
  list: { maxHeight: 'min(40vh, 320px)', overflowY: 'auto' },
  button: { alignSelf: 'flex-start' },
});

/** A further wording of an entry. */
export function ExampleForm({ entries, clarifyFrom, lesson, propose, pending }: TeachFormProps) {
  const styles = useFormStyles();
  const t = useTexts(teachTexts);
  const [text, setText] = useState(lesson.text ?? '');
  const [language, setLanguage] = useState(lesson.language);
  const [entry, setEntry] = useState(() => plausible(lesson, entries, clarifyFrom));
  const [tried, setTried] = useState(false);
  const faults = {
    text: tried && text.trim() === '' ? t.missing : undefined,
    entry: tried && entry === undefined ? t.missingEntry : undefined,
  };

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (text.trim() !== '' && entry !== undefined) propose({ kind: 'example', entry, language, text });
  }

  return (
    <form className={styles.form} noValidate onSubmit={submitted}>
      <Field label={t.wording} hint={t.wordingHint} {...faultOf(faults.text)}>
        <Textarea
          value={text}
          maxLength={300}
          resize="vertical"
          textarea={{ className: styles.wording }}
          lang={language}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <Field label={t.wordingLanguage}>
        <RadioGroup layout="horizontal" value={language} onChange={(_, { value }) => setLanguage(value as Language)}>
          {languages.map((each) => (
            <Radio key={each} value={each} label={t.languages[each]} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t.entry} hint={t.entryHint} {...faultOf(faults.entry)}>
        <EntryChoice entries={entries} chosen={entry} choose={setEntry} />
      </Field>
      <Button type="submit" appearance="primary" className={styles.button} disabledFocusable={pending}>
        {pending ? t.showing : t.show}
      </Button>
    </form>
  );
}

/** The entry that was nearest, where the bot would have asked for it and it is still there: a far one, chosen already, would be taught by mistake. */
function plausible(
  { nearest, language }: TeachFormProps['lesson'],
  entries: readonly Teachable[],
  clarifyFrom: TeachableEntries['clarifyFrom'],
): string | undefined {
  if (nearest === undefined || nearest.confidence < clarifyFrom[language]) return undefined;
  return entries.find(({ id }) => id === nearest.entry)?.id;
}

/** What a Field shows of a fault. */
export function faultOf(fault: string | undefined) {
  return fault === undefined ? {} : ({ validationMessage: fault, validationState: 'error' } as const);
}

/** Shown at once; what is meant is found by writing on. */
const shown = 60;

interface EntryChoiceProps {
  readonly entries: readonly Teachable[];
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
}

function EntryChoice({ entries, chosen, choose, ...field }: EntryChoiceProps) {
  const styles = useFormStyles();
  const t = useTexts(teachTexts);
  const { language } = useLanguage();
  const titleOf = ({ id, titles }: Teachable) => titles[language] ?? titles.it ?? titles.en ?? id;
  const current = entries.find(({ id }) => id === chosen);
  const [written, setWritten] = useState<string>();
  const sought = folded(written ?? '');
  const found = entries.filter((entry) => folded(`${titleOf(entry)} ${entry.id}`).includes(sought)).slice(0, shown);
  return (
    <Combobox
      {...field}
      positioning={{ autoSize: 'height' }}
      expandIcon={{ 'aria-label': t.openList, tabIndex: -1 }}
      listbox={{ className: styles.list }}
      value={written ?? (current === undefined ? '' : titleOf(current))}
      selectedOptions={chosen === undefined ? [] : [chosen]}
      onChange={({ target }) => {
        setWritten(target.value);
        choose(undefined);
      }}
      // It tells of nothing chosen too, while one writes.
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue === undefined) return;
        setWritten(undefined);
        choose(optionValue);
      }}
    >
      {found.map((entry) => (
        <Option key={entry.id} value={entry.id} text={titleOf(entry)}>
          {titleOf(entry)}
        </Option>
      ))}
      {found.length === 0 && (
        <Option disabled value="" text={t.noEntry}>
          {t.noEntry}
        </Option>
      )}
    </Combobox>
  );
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
