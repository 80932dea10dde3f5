import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from '@fluentui/react-components';

const brand: BrandVariants = {
  10: '#010504',
  20: '#061c19',
  30: '#082f2a',
  40: '#083d36',
  50: '#074b43',
  60: '#075a50',
  70: '#08695d',
  80: '#0a786b',
  90: '#178878',
  100: '#319786',
  110: '#4aa695',
  120: '#62b5a4',
  130: '#7bc3b4',
  140: '#95d2c4',
  150: '#b0e0d5',
  160: '#ccede6',
};

const light: Theme = createLightTheme(brand);
const dark: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[120],
  colorBrandForegroundLink: brand[130],
  colorBrandForegroundLinkHover: brand[140],
};

const KEPT = 'handel.theme';

export function themeOf(isDark: boolean): Theme {
  return isDark ? dark : light;
}

/** What the user chose here before, else what the system says. */
export function startsDark(): boolean {
  const kept = localStorage.getItem(KEPT);
  return kept ? kept === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
}

export function keepDark(isDark: boolean): void {
  localStorage.setItem(KEPT, isDark ? 'dark' : 'light');
}
