import { Button, Combobox, Field, Input, makeStyles, Option, Textarea } from '@fluentui/react-components';
import { useState, type SubmitEvent } from 'react';

import type { Teaching } from '../../../../content/teach.ts';
import { languages, type Language } from '../../../../domain/language.ts';
import { SectionCard } from '../../parts/section-card.tsx';
import { useTexts } from '../../texts/language.tsx';
import { teachTexts } from '../../texts/teach.ts';
import { faultOf, useFormStyles, type TeachFormProps } from './example-form.tsx';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: '16px',
    alignItems: 'start',
  },
  answer: { minHeight: '9em' },
});

type Texts = Readonly<Record<Language, { readonly question: string; readonly answer: string }>>;

/** A new entry, in both languages; the customer's wording becomes its first example. */
export function EntryForm({ entries, lesson, propose, pending }: TeachFormProps) {
  const form = useFormStyles();
  const styles = useStyles();
  const t = useTexts(teachTexts);
  const topics = [...new Set(entries.flatMap(({ topic }) => topic ?? []))].toSorted();
  const [wording, setWording] = useState(lesson.text ?? '');
  const [topic, setTopic] = useState('');
  const [id, setId] = useState<string>();
  const [texts, setTexts] = useState<Texts>(() => ({
    it: { question: '', answer: lesson.language === 'it' ? (lesson.answer ?? '') : '' },
    en: { question: '', answer: lesson.language === 'en' ? (lesson.answer ?? '') : '' },
  }));
  const [tried, setTried] = useState(false);
  const shownId = id ?? slug(texts.en.question || texts.it.question);
  const file = slug(topic);
  const missing = (text: string) => (tried && text.trim() === '' ? t.missing : undefined);
  const badId = tried && !/^[a-z0-9][a-z0-9-]{0,60}$/.test(shownId) ? t.badId : undefined;

  function submitted(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    const written = languages.every((each) => texts[each].question.trim() !== '' && texts[each].answer.trim() !== '');
    if (!written || file === '' || !/^[a-z0-9][a-z0-9-]{0,60}$/.test(shownId)) return;
    propose({ kind: 'entry', file: `faq/${file}.yaml`, id: shownId, texts: taught(texts, lesson.language, wording) });
  }

  function write(language: Language, change: Partial<Texts[Language]>): void {
    setTexts({ ...texts, [language]: { ...texts[language], ...change } });
  }

  return (
    <form className={form.form} noValidate onSubmit={submitted}>
      <Field label={t.wording} hint={t.wordingHint}>
        <Input value={wording} maxLength={300} lang={lesson.language} onChange={(_, { value }) => setWording(value)} />
      </Field>
      <div className={styles.both}>
        {languages.map((language) => (
          <SectionCard key={language} title={t.inLanguage[language]}>
            <Field label={t.question} hint={t.questionHint} {...faultOf(missing(texts[language].question))}>
              <Input
                lang={language}
                maxLength={300}
                value={texts[language].question}
                onChange={(_, { value }) => write(language, { question: value })}
              />
            </Field>
            <Field label={t.answer} hint={t.answerHint} {...faultOf(missing(texts[language].answer))}>
              <Textarea
                lang={language}
                maxLength={8000}
                resize="vertical"
                textarea={{ className: styles.answer }}
                value={texts[language].answer}
                onChange={(_, { value }) => write(language, { answer: value })}
              />
            </Field>
          </SectionCard>
        ))}
      </div>
      <div className={styles.both}>
        <Field label={t.topic} hint={t.topicHint} {...faultOf(missing(topic))}>
          <Combobox
            freeform
            positioning={{ autoSize: 'height' }}
            expandIcon={{ 'aria-label': t.openList, tabIndex: -1 }}
            listbox={{ className: form.list }}
            value={topic}
            selectedOptions={[topic]}
            onChange={({ target }) => setTopic(target.value)}
            // It tells of nothing chosen too, while one writes.
            onOptionSelect={(_, { optionValue }) => optionValue !== undefined && setTopic(optionValue)}
          >
            {topics.map((each) => (
              <Option key={each}>{each}</Option>
            ))}
          </Combobox>
        </Field>
        <Field label={t.id} hint={t.idHint} {...faultOf(badId)}>
          <Input value={shownId} maxLength={61} spellCheck={false} onChange={(_, { value }) => setId(value)} />
        </Field>
      </div>
      <Button type="submit" appearance="primary" className={form.button} disabledFocusable={pending}>
        {pending ? t.showing : t.show}
      </Button>
    </form>
  );
}

function taught(texts: Texts, language: Language, wording: string): Extract<Teaching, { kind: 'entry' }>['texts'] {
  const examples = (each: Language) => {
    const said = wording.trim();
    return each === language && said !== '' ? [said] : [];
  };
  return { it: { ...texts.it, examples: examples('it') }, en: { ...texts.en, examples: examples('en') } };
}

/** What a text is as an id or a file's name: `Riparate le lampade?` is `riparate-le-lampade`. */
function slug(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 61);
}
