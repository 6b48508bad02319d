import { tokens } from '@fluentui/react-components';

import { endings, type Ending } from '../../../../domain/figures.ts';
import type { LegendItem } from './legend.tsx';

/** How a conversation ended, as CSS backgrounds; what is not certain is hatched, so that it is told apart without colours too. */
export const endingFills: Readonly<Record<Ending, string>> = {
  'bot-confirmed': tokens.colorBrandForeground1,
  'bot-implied': `repeating-linear-gradient(45deg, ${tokens.colorBrandForeground1} 0 2px, ${tokens.colorNeutralBackground1} 2px 5px)`,
  agent: tokens.colorPaletteMarigoldBorderActive,
  nobody: tokens.colorNeutralStroke1Pressed,
  open: `repeating-linear-gradient(-45deg, ${tokens.colorNeutralStroke1Pressed} 0 1px, ${tokens.colorNeutralBackground1} 1px 5px)`,
};

export function endingLegend(names: Readonly<Record<Ending, string>>): readonly LegendItem[] {
  return endings.map((ending) => ({ name: names[ending], fill: endingFills[ending] }));
}
