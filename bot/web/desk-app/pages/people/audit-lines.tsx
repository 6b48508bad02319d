import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

import type { AuditLine } from '../../../../service/audit.ts';
import type { AccountLine } from '../../../../service/people.ts';
import { actNames, factNames, factValues } from '../../texts/audit.ts';
import { conversationTexts } from '../../texts/conversation.ts';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { peopleTexts } from '../../texts/people.ts';
import { locales } from '../../texts/time-words.ts';
import { AuditObject } from './audit-object.tsx';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th': { textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
    '& th, & td': {
      padding: '8px 12px 8px 0',
      verticalAlign: 'top',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
    // On a phone a line is a small block: a table of six columns would have to be pushed sideways.
    '@media (max-width: 719px)': {
      '& thead': { display: 'none' },
      '& tr': { display: 'block', padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
      '& td': { display: 'block', padding: 0, borderBottom: 'none' },
      '& td:empty': { display: 'none' },
    },
  },
  when: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  // An address of IPv6 is long; one of IPv4 stays on its line.
  address: { minWidth: '8em' },
  fault: { color: tokens.colorPaletteRedForeground1 },
});

export interface AuditLinesProps {
  readonly lines: readonly AuditLine[];
  readonly accounts: readonly AccountLine[];
}

/** Lines of the audit log: a table on a wide screen, blocks on a phone. */
export function AuditLines({ lines, accounts }: AuditLinesProps) {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[t.when, t.person, t.act, t.what, t.details, t.whence].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} names={names} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly line: AuditLine;
  readonly names: ReadonlyMap<string, string>;
}

function Line({ line, names }: LineProps) {
  const { at, actor, act, facts } = line;
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  const { language } = useLanguage();
  const shownFact = useShownFact(names);
  const { status, ...more } = facts;
  const time = new Intl.DateTimeFormat(locales[language], { dateStyle: 'short', timeStyle: 'medium' }).format(at);
  const who = actor.id === undefined && actor.name === 'command line' ? t.commandLine : actor.name;
  return (
    <tr>
      <td className={styles.when}>{time}</td>
      <td>{actor.id === undefined && actor.name === 'unknown login' ? t.unknownLogin : who}</td>
      <td>
        {actNames[language][act] ?? act}
        {typeof status === 'number' && status >= 400 && <span className={styles.fault}> ({t.refused})</span>}
      </td>
      <td className={styles.quiet}>
        <AuditObject line={line} names={names} />
      </td>
      <td className={styles.quiet}>
        {Object.entries(more)
          .flatMap(([name, value]) => shownFact(name, value))
          .join(', ')}
      </td>
      <td className={mergeClasses(styles.quiet, styles.address)}>{actor.address ?? ''}</td>
    </tr>
  );
}

/** Says a fact in words; a session's id says nothing to anybody, and a file stands among the objects. */
function useShownFact(names: ReadonlyMap<string, string>) {
  const t = useTexts(peopleTexts);
  const { language } = useLanguage();
  const outcomes: Readonly<Record<string, string>> = useTexts(conversationTexts).outcomes;
  const roleNames: Readonly<Record<string, string>> = t.roleNames;
  const shownValue = (name: string, value: AuditLine['facts'][string]) => {
    const text = String(value);
    switch (name) {
      case 'roles':
        return text
          .split(' ')
          .map((role) => roleNames[role] ?? role)
          .join(', ');
      case 'until':
        return new Intl.DateTimeFormat(locales[language], { dateStyle: 'short', timeStyle: 'medium' }).format(
          Date.parse(text),
        );
      case 'by':
      case 'reason':
        return factValues[language][text] ?? text;
      default:
        return names.get(text) ?? outcomes[text] ?? text;
    }
  };
  return (name: string, value: AuditLine['facts'][string]): readonly string[] =>
    name === 'session' || name === 'link' || name === 'path'
      ? []
      : [`${factNames[language][name] ?? name}: ${shownValue(name, value)}`];
}
