import { makeStyles } from '@fluentui/react-components';

/** For what is said to a screen reader and not shown. */
export const useUnseen = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
