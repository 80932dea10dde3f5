import type { Field, FieldKind, Row } from '../pages/model';
import { isBlank } from '../pages/rules';
import { formatDate, formatDateTime, parseDate } from './dates';
import type { Language } from './language';
import { editNumber, formatNumber, isNumeric, parseNumber } from './numbers';
import { textsOf } from './texts';

export type Parsed = { ok: true; value: unknown } | { ok: false; message: string };

/** A value as it is read. A figure that comes as text (a report) is shown as a figure. */
export function formatValue(field: Field, value: unknown, language: Language): string {
  if (value === undefined || value === null || value === '') return '';
  if (isNumeric(field.kind)) {
    const number = Number(value);
    return Number.isFinite(number) ? formatNumber(number, field.kind, language) : String(value);
  }
  switch (field.kind) {
    case 'date':
      return formatDate(String(value), language);
    case 'dateTime':
      return formatDateTime(String(value), language);
    case 'boolean':
      return value ? textsOf(language).yes : textsOf(language).no;
    case 'choice':
      return choiceCaption(field, String(value));
    default:
      return isBlank(value) ? '' : String(value);
  }
}

export function formatKind(kind: FieldKind, value: number, language: Language): string {
  return formatNumber(value, kind, language);
}

/** A value as it is typed: numbers without group marks. */
export function editText(field: Field, value: unknown, language: Language): string {
  if (isNumeric(field.kind) && typeof value === 'number') return editNumber(value, language);
  return formatValue(field, value, language);
}

/** What was typed, as the API wants it; or why it cannot be. */
export function parseValue(field: Field, text: string, language: Language, today: Date): Parsed {
  const texts = textsOf(language);
  const typed = text.trim();
  if (isNumeric(field.kind)) {
    if (typed === '') return { ok: true, value: 0 };
    const number = parseNumber(typed, language);
    if (number === null) return { ok: false, message: texts.notANumber(typed) };
    return { ok: true, value: number };
  }
  switch (field.kind) {
    case 'date': {
      const date = parseDate(typed, today, language);
      return date ? { ok: true, value: date } : { ok: false, message: texts.notADate(typed) };
    }
    case 'boolean':
      return { ok: true, value: /^(j|y|1|true|x)/i.test(typed) };
    case 'choice':
      return parseChoice(field, typed, language);
    case 'code':
      return { ok: true, value: field.lookup ? typed : typed.toUpperCase() };
    default:
      return { ok: true, value: text };
  }
}

function parseChoice(field: Field, typed: string, language: Language): Parsed {
  const low = typed.toLowerCase();
  const found =
    field.choices.find((one) => one.caption.toLowerCase() === low || one.value === typed) ??
    field.choices.find((one) => low !== '' && one.caption.toLowerCase().startsWith(low));
  return found
    ? { ok: true, value: found.value }
    : { ok: false, message: textsOf(language).notAChoice(typed) };
}

function choiceCaption(field: Field, value: string): string {
  return field.choices.find((one) => one.value === value)?.caption ?? decodeName(value);
}

/** A member that the page does not know, readable all the same: `In_x0020_Review`. */
export function decodeName(name: string): string {
  return name
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .trim();
}

export function sumOf(rows: Row[], name: string): number {
  const sum = rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);
  return Math.round(sum * 100) / 100;
}
