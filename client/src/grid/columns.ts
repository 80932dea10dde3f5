import type { ColDef } from 'ag-grid-community';
import type { Language } from '../i18n/language';
import { isNumeric } from '../i18n/numbers';
import { formatValue } from '../i18n/values';
import type { Field } from '../pages/model';

const WIDTHS: Partial<Record<Field['kind'], number>> = {
  text: 220,
  code: 88,
  date: 98,
  dateTime: 150,
  boolean: 88,
  integer: 88,
  quantity: 84,
  percent: 76,
  amount: 108,
  price: 100,
  choice: 96,
};

const CELL_MARGIN_PX = 23;
const HEADER_FONT = '600 14px';

/** Wide enough for the values and for the longest word of the caption, which may wrap. */
export function widthOf(field: Field): number {
  const words = field.caption.split(/[\s/-]/).map(wordWidth);
  return Math.max(WIDTHS[field.kind] ?? 140, Math.ceil(Math.max(...words)) + CELL_MARGIN_PX);
}

let pen: CanvasRenderingContext2D | null = null;

function wordWidth(word: string): number {
  if (!pen) {
    pen = document.createElement('canvas').getContext('2d')!;
    const page = document.querySelector('.handel') ?? document.body;
    pen.font = `${HEADER_FONT} ${getComputedStyle(page).fontFamily}`;
  }
  return pen.measureText(word).width;
}

/** On a narrow screen only what matters most. */
export function columnsFor(columns: Field[], isNarrow: boolean): Field[] {
  const important = columns.filter((column) => column.important);
  return isNarrow && important.length > 0 ? important : columns;
}

/** Right-aligned figures, formatted by language; the description takes what is left. */
export function columnOf<T>(field: Field, language: Language): ColDef<T> {
  const numeric = isNumeric(field.kind);
  return {
    colId: field.name,
    headerName: field.caption,
    width: widthOf(field),
    wrapHeaderText: true,
    autoHeaderHeight: true,
    ...(field.kind === 'text' ? { flex: 1, minWidth: field.important ? 128 : 110 } : {}),
    headerClass: numeric ? 'ag-right-aligned-header' : '',
    cellClass: numeric ? 'ag-right-aligned-cell figure' : '',
    valueFormatter: (params) => formatValue(field, params.value, language),
    tooltipValueGetter: (params) => (field.kind === 'text' ? params.valueFormatted : null),
  };
}
