import type { ColDef } from 'ag-grid-community';
import type { Language } from '../i18n/language';
import { isNumeric } from '../i18n/numbers';
import { formatValue } from '../i18n/values';
import type { Field } from '../pages/model';

const WIDTHS: Partial<Record<Field['kind'], number>> = {
  text: 220,
  code: 130,
  date: 120,
  dateTime: 150,
  boolean: 100,
  integer: 100,
  quantity: 110,
  percent: 100,
  amount: 140,
  price: 120,
  choice: 130,
};

const CHARACTER_PX = 7.6;
const CAPTION_MARGIN_PX = 42;

/** Wide enough for the values and for the whole caption: nothing jumps when rows come in. */
export function widthOf(field: Field): number {
  const caption = Math.ceil(field.caption.length * CHARACTER_PX) + CAPTION_MARGIN_PX;
  return Math.min(260, Math.max(WIDTHS[field.kind] ?? 140, caption));
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
    ...(field.kind === 'text' ? { flex: 1, minWidth: 140 } : {}),
    headerClass: numeric ? 'ag-right-aligned-header' : '',
    cellClass: numeric ? 'ag-right-aligned-cell figure' : '',
    valueFormatter: (params) => formatValue(field, params.value, language),
  };
}
