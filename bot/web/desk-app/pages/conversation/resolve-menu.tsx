import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';

import { resolutions, type Resolution } from '../../../../domain/conversation.ts';
import { conversationTexts } from '../../texts/conversation.ts';
import { useTexts } from '../../texts/language.tsx';

const useStyles = makeStyles({
  item: { maxWidth: '320px' },
  hint: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Ends the conversation, and says how it ended. */
export function ResolveMenu({ resolve }: { readonly resolve: (outcome: Resolution) => void }) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" icon={<ChevronDownRegular />} iconPosition="after">
          {t.resolve}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {resolutions.map((outcome) => (
            <MenuItem
              key={outcome}
              className={styles.item}
              subText={{ children: t.outcomeHints[outcome], className: styles.hint }}
              onClick={() => resolve(outcome)}
            >
              {t.outcomes[outcome]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
