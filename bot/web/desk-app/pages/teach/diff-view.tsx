import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

import type { Hunk } from '../../../../service/hunks.ts';
import { useUnseen } from '../../parts/unseen.ts';
import { useTexts } from '../../texts/language.tsx';
import { teachTexts } from '../../texts/teach.ts';

const useStyles = makeStyles({
  file: {
    overflow: 'hidden',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  lines: { margin: 0, padding: '8px 0', listStyleType: 'none' },
  // A long line goes on below itself: pushed sideways, the end of what is taught would be out of sight.
  line: { display: 'flex', padding: '0 12px', whiteSpace: 'pre-wrap' },
  indent: { flexShrink: 0 },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  added: { backgroundColor: tokens.colorPaletteGreenBackground1, color: tokens.colorPaletteGreenForeground1 },
  removed: { backgroundColor: tokens.colorPaletteRedBackground1, color: tokens.colorPaletteRedForeground1 },
  number: {
    flexShrink: 0,
    minWidth: '4ch',
    marginRight: '12px',
    textAlign: 'right',
    color: tokens.colorNeutralForeground3,
    userSelect: 'none',
  },
});

/** Lines of a file with what is added and removed: by sign, by colour and in words. */
export function DiffView({ hunks, label }: { readonly hunks: readonly Hunk[]; readonly label: string }) {
  const styles = useStyles();
  const { unseen } = useUnseen();
  const t = useTexts(teachTexts);
  return (
    <div className={styles.file} role="region" aria-label={label}>
      <ol className={styles.lines}>
        {hunks.flatMap(numbered).map(({ sign, number, text }) => (
          <li
            key={`${sign}${number}`}
            className={mergeClasses(styles.line, sign === '+' && styles.added, sign === '-' && styles.removed)}
          >
            <span className={styles.number} aria-hidden="true">
              {number}
            </span>
            <span className={styles.indent} aria-hidden="true">
              {sign} {/^ */.exec(text)?.[0]}
            </span>
            <span className={styles.text}>
              {sign !== ' ' && <span className={unseen}>{t.lines[sign]}: </span>}
              {text.trimStart()}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Each line with its number: in the file as it was where it is removed, else in the file as it will be. */
function numbered({ oldStart, newStart, lines }: Hunk) {
  let [before, after] = [oldStart, newStart];
  return lines.flatMap((line) => {
    const sign = line[0] as '+' | '-' | ' ' | '\\';
    // "No newline at end of file" is no line.
    if (sign === '\\') return [];
    const number = sign === '-' ? before : after;
    if (sign !== '+') before += 1;
    if (sign !== '-') after += 1;
    return [{ sign, number, text: line.slice(1) }];
  });
}
