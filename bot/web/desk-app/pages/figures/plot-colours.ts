import { tokens } from '@fluentui/react-components';

import type { Ending } from '../../../../domain/figures.ts';

/** How a conversation ended, from the darkest to the lightest, so that the order is seen without colours too. */
export const endingColours: Readonly<Record<Ending, string>> = {
  'bot-confirmed': tokens.colorBrandForeground1,
  'bot-implied': tokens.colorBrandStroke2,
  agent: tokens.colorPaletteMarigoldBorderActive,
  nobody: tokens.colorNeutralStroke1Pressed,
  open: tokens.colorNeutralStroke2,
};
