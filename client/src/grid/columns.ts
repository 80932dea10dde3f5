import type { ColDef } from 'ag-grid-community';
import type { Language } from '../i18n/language';
import { isNumeric } from '../i18n/numbers';
import { formatValue } from '../i18n/values';
import type { Field } from '../pages/model';

const WIDTHS: Partial<Record<Field['kind'], number>> = {
  text: 220,
  code: 106,
  date: 106,
  dateTime: 150,
  boolean: 92,
  integer: 92,
  quantity: 96,
  percent: 84,
  amount: 116,
  price: 100,
  choice: 118,
};

const CHARACTER_PX = 7.8;
const CELL_MARGIN_PX = 24;

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
    ...(field.kind === 'text' ? { flex: 1, minWidth: field.important ? 170 : 130 } : {}),
    headerClass: numeric ? 'ag-right-aligned-header' : '',
    cellClass: numeric ? 'ag-right-aligned-cell figure' : '',
    valueFormatter: (params) => formatValue(field, params.value, language),
  };
}
