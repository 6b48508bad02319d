import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from '@fluentui/react-components';

/* The desk's green, from nearly black to nearly white. White on 60-80 and 100-160 on the dark grounds reach 4.5:1. */
const green: BrandVariants = {
  10: '#031512',
  20: '#06231e',
  30: '#08332c',
  40: '#09423a',
  50: '#0a5248',
  60: '#0b5f54',
  70: '#0c675b',
  80: '#0d7264',
  90: '#268678',
  100: '#45a090',
  110: '#5ab5a5',
  120: '#74c6b8',
  130: '#92d5c9',
  140: '#aee2d8',
  150: '#c9eee7',
  160: '#e4f7f3',
};

const font = "'Segoe UI Variable', 'Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', sans-serif";

export const lightTheme: Theme = {
  ...createLightTheme(green),
  fontFamilyBase: font,
  // Paper rather than steel around the cards.
  colorNeutralBackground2: '#faf9f7',
  colorNeutralBackground3: '#f5f4f1',
  colorNeutralBackground4: '#efeeea',
  colorNeutralForeground3: '#5c5c5c',
  colorNeutralForeground4: '#666666',
};

export const darkTheme: Theme = {
  ...createDarkTheme(green),
  fontFamilyBase: font,
  colorNeutralForeground4: '#a3a3a3',
  colorBrandForeground1: green[110],
  colorBrandForeground2: green[120],
  colorBrandForegroundLink: green[110],
  colorBrandForegroundLinkHover: green[120],
  colorBrandForegroundLinkPressed: green[130],
  colorCompoundBrandForeground1: green[110],
  // Also on a chosen row.
  colorStatusWarningForeground3: '#ffb38a',
};
