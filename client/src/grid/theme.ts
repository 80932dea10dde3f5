import {
  AllCommunityModule,
  iconSetQuartzLight,
  ModuleRegistry,
  themeQuartz,
} from 'ag-grid-community';

ModuleRegistry.registerModules([AllCommunityModule]);

/** The grid wears the colours of the rest; light and dark follow by themselves. */
export const gridTheme = themeQuartz.withPart(iconSetQuartzLight).withParams({
  accentColor: 'var(--colorBrandForeground1)',
  backgroundColor: 'var(--colorNeutralBackground1)',
  foregroundColor: 'var(--colorNeutralForeground1)',
  borderColor: 'var(--colorNeutralStroke2)',
  headerBackgroundColor: 'var(--colorNeutralBackground2)',
  headerTextColor: 'var(--colorNeutralForeground2)',
  headerFontWeight: 600,
  oddRowBackgroundColor: 'var(--colorNeutralBackground1)',
  rowHoverColor: 'var(--colorNeutralBackground1Hover)',
  selectedRowBackgroundColor: 'var(--colorNeutralBackground1Selected)',
  fontFamily: 'inherit',
  fontSize: 14,
  rowHeight: 34,
  headerHeight: 34,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 10,
});
