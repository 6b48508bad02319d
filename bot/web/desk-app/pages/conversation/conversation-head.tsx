import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';

import type { ShownConversation } from '../../../desk-conversations.ts';
import { ChannelIcon } from '../../parts/channel-icon.tsx';
import { useCustomerName } from '../../parts/customer-name.ts';
import { phone, useMedia } from '../../parts/media.ts';
import { useFocusOnArrival, useWindowTitle } from '../../parts/page.tsx';
import { useShortcuts } from '../../parts/shortcuts.tsx';
import { conversationTexts } from '../../texts/conversation.ts';
import { workTexts } from '../../texts/desk-work.ts';
import { inboxTexts } from '../../texts/inbox.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Acts } from './acts.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { ResolveMenu } from './resolve-menu.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 16px',
    flexShrink: 0,
    minHeight: '40px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '6px 8px' },
  },
  who: { flex: '1 1 120px', minWidth: 0 },
  name: {
    ...typographyStyles.subtitle2,
    margin: 0,
    outlineStyle: 'none',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  where: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export interface ConversationHeadProps {
  readonly conversation: ShownConversation;
  readonly back: () => void;
  /** What its holder can do; undefined for everybody else. */
  readonly mine: Acts | undefined;
}

/** Who the customer is, and what the agent who holds the conversation can do with it. */
export function ConversationHead({ conversation, back, mine }: ConversationHeadProps) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const name = useCustomerName()(conversation);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const narrow = useMedia(phone);
  useWindowTitle(name);
  return (
    <header className={styles.head}>
      {narrow && <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={t.back} onClick={back} />}
      <div className={styles.who}>
        <h2 className={styles.name} ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <p className={styles.where}>
          <ChannelIcon channel={conversation.channel} />
          {t.channels[conversation.channel]} · {t.languages[conversation.language]}
        </p>
      </div>
      {mine !== undefined && <HolderActs conversationId={conversation.id} mine={mine} />}
    </header>
  );
}

function HolderActs({ conversationId, mine }: { readonly conversationId: string; readonly mine: Acts }) {
  const styles = useStyles();
  const t = useTexts(conversationTexts);
  const { transfer, actions } = useTexts(workTexts);
  const { shortcuts } = useTexts(inboxTexts);
  const narrow = useMedia(phone);
  const [asked, setAsked] = useState<'transfer' | 'release' | 'resolve'>();
  const close = () => setAsked(undefined);
  const pass = () => setAsked('transfer');
  useShortcuts([
    { key: 't', label: shortcuts.transfer, run: pass },
    { key: 'r', label: shortcuts.release, run: () => setAsked('release') },
    { key: 'e', label: shortcuts.resolve, run: () => setAsked('resolve') },
  ]);
  return (
    <div className={styles.acts}>
      {narrow ? (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button icon={<MoreHorizontalRegular />} aria-label={actions} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={pass}>{transfer.act}</MenuItem>
              <MenuItem onClick={mine.release}>{t.release}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : (
        <>
          <Button onClick={pass}>{transfer.act}</Button>
          <Button onClick={mine.release}>{t.release}</Button>
        </>
      )}
      <ResolveMenu resolve={mine.resolve} />
      {asked === 'transfer' && (
        <TransferDialog conversationId={conversationId} close={close} transfer={mine.transfer} />
      )}
      {asked === 'release' && <ReleaseDialog close={close} release={mine.release} />}
      {asked === 'resolve' && <ResolveDialog close={close} resolve={mine.resolve} />}
    </div>
  );
}
