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

const CHARACTER_PX = 7.3;
const CELL_MARGIN_PX = 21;

/** Wide enough for the values and for the longest word of the caption, which may wrap. */
export function widthOf(field: Field): number {
  const word = Math.max(...field.caption.split(/[\s-]/).map((one) => one.length));
  return Math.max(WIDTHS[field.kind] ?? 140, Math.ceil(word * CHARACTER_PX) + CELL_MARGIN_PX);
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
  };
}
