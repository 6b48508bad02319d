import { Field, Radio, RadioGroup } from '@fluentui/react-components';

import { languages, type Language } from '../../../../domain/language.ts';
import { usePreferences, type Preferences } from '../../parts/preferences.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { accountTexts } from '../../texts/account.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';

const languageNames = { it: 'Italiano', en: 'English' } as const;
const themes = ['system', 'light', 'dark'] as const;

/** The language of the page, and whether it is light or dark. */
export function LookCard() {
  const t = useTexts(accountTexts);
  const { theme: heading } = useTexts(shellTexts);
  const { language, choose } = useLanguage();
  const { preferences, prefer } = usePreferences();
  return (
    <SectionCard title={heading}>
      <Field label={t.language}>
        <RadioGroup layout="horizontal" value={language} onChange={(_, { value }) => choose(value as Language)}>
          {languages.map((each) => (
            <Radio key={each} value={each} label={{ children: languageNames[each], lang: each }} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t.theme}>
        <RadioGroup
          layout="horizontal"
          value={preferences.theme}
          onChange={(_, { value }) => prefer({ theme: value as Preferences['theme'] })}
        >
          {themes.map((each) => (
            <Radio key={each} value={each} label={t.themes[each]} />
          ))}
        </RadioGroup>
      </Field>
    </SectionCard>
  );
}
