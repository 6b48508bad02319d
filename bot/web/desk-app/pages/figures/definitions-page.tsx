import { makeStyles, tokens } from '@fluentui/react-components';

import { definitions } from '../../../../domain/definitions.ts';
import { Page } from '../../parts/page.tsx';
import { SectionCard } from '../../parts/section-card.tsx';
import { figuresTexts } from '../../texts/figures.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '800px' },
  definition: { margin: 0, scrollMarginTop: '16px' },
  name: { fontWeight: tokens.fontWeightSemibold, marginTop: '8px' },
  part: { margin: '4px 0 0' },
  detail: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What each figure means; made of the same list as docs/figures.md. */
export function DefinitionsPage() {
  const styles = useStyles();
  const t = useTexts(figuresTexts);
  const { language } = useLanguage();
  return (
    <Page title={t.definitions} intro={t.definitionsIntro}>
      <div className={styles.groups}>
        {definitions.map((group) => (
          <SectionCard key={group.id} title={group.title[language]}>
            <dl className={styles.definition}>
              {group.definitions.map(({ id, name, meaning, formula, exclusions, source }) => (
                <div key={id} id={id}>
                  <dt className={styles.name}>{name[language]}</dt>
                  <dd className={styles.part}>{meaning[language]}</dd>
                  {formula !== undefined && <Detail name={t.formula} text={formula[language]} />}
                  {exclusions !== undefined && <Detail name={t.exclusions} text={exclusions[language]} />}
                  {source !== undefined && <Detail name={t.source} text={source[language]} />}
                </div>
              ))}
            </dl>
          </SectionCard>
        ))}
      </div>
    </Page>
  );
}

function Detail({ name, text }: { readonly name: string; readonly text: string }) {
  const styles = useStyles();
  return (
    <dd className={styles.detail}>
      {name}: {text}
    </dd>
  );
}
