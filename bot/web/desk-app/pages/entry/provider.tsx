import { Divider, Link, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';

import { useProvider } from '../../api/provider.ts';
import { entryTexts, sentenceFor, signInProblems } from '../../texts/entry.ts';
import { useTexts } from '../../texts/language.tsx';

const useStyles = makeStyles({
  link: {
    display: 'block',
    padding: '9px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    textAlign: 'center',
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, textDecorationLine: 'none' },
  },
});

/** The way to the provider with which one can sign in too; nothing when there is none. */
export function ProviderButton() {
  const styles = useStyles();
  const t = useTexts(entryTexts);
  const provider = useProvider();
  if (provider === undefined) return null;
  const to = encodeURIComponent(window.location.pathname);
  return (
    <>
      <Divider>{t.or}</Divider>
      <Link className={styles.link} href={`/desk/oidc/start?to=${to}`}>
        {t.with(provider)}
      </Link>
    </>
  );
}

/** Why the provider sent somebody back without a session; the address says it. */
export function ProviderProblem() {
  const problems = useTexts(signInProblems);
  const sentence = sentenceFor(new URLSearchParams(window.location.search).get('problem'), problems);
  if (sentence === undefined) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{sentence}</MessageBarBody>
    </MessageBar>
  );
}
