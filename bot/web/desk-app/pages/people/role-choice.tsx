import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';

import { roles, type Role } from '../../../../domain/role.ts';
import { useTexts } from '../../texts/language.tsx';
import { peopleTexts } from '../../texts/people.ts';

// No Field: it would give its own name to each of the boxes.
const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  boxes: { display: 'flex', flexDirection: 'column' },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

export interface RoleChoiceProps {
  readonly chosen: readonly Role[];
  readonly choose: (roles: readonly Role[]) => void;
}

/** What an account may do, one box a role. */
export function RoleChoice({ chosen, choose }: RoleChoiceProps) {
  const styles = useStyles();
  const t = useTexts(peopleTexts);
  return (
    <fieldset className={styles.group}>
      <legend>{t.roles}</legend>
      <div className={styles.boxes}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            label={`${t.roleNames[role]}: ${t.roleHints[role]}`}
            checked={chosen.includes(role)}
            onChange={(_, { checked }) =>
              choose(checked === true ? [...chosen, role] : chosen.filter((each) => each !== role))
            }
          />
        ))}
      </div>
      {chosen.length === 0 && (
        <p className={styles.fault} role="alert">
          {t.oneRole}
        </p>
      )}
    </fieldset>
  );
}
