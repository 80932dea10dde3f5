import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  iconSetQuartzLight,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  themeQuartz,
  TooltipModule,
} from 'ag-grid-community';

// Only what is used: the grid is the largest part of what a browser has to load.
ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  InfiniteRowModelModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
]);

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
