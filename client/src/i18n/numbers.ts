import type { FieldKind } from '../pages/model';
import { type Language, localeOf } from './language';

const DECIMALS: Partial<Record<FieldKind, [min: number, max: number]>> = {
  amount: [2, 2],
  price: [2, 5],
  quantity: [0, 5],
  percent: [0, 5],
  integer: [0, 0],
};

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, kind: FieldKind): Intl.NumberFormat {
  const key = `${language}:${kind}`;
  let format = formats.get(key);
  if (!format) {
    const [minimumFractionDigits, maximumFractionDigits] = DECIMALS[kind] ?? [0, 5];
    format = new Intl.NumberFormat(localeOf(language), {
      minimumFractionDigits,
      maximumFractionDigits,
      useGrouping: kind !== 'integer',
    });
    formats.set(key, format);
  }
  return format;
}

export function isNumeric(kind: FieldKind): boolean {
  return kind in DECIMALS;
}

export function formatNumber(value: number, kind: FieldKind, language: Language): string {
  // Minus zero is a rounding leftover, not a figure.
  return formatOf(language, kind).format(value === 0 ? 0 : value);
}

/** The number without group marks, as a person would type it. */
export function editNumber(value: number, language: Language): string {
  const text = Number.isInteger(value) ? value.toFixed(0) : String(value);
  return language === 'nl' ? text.replace('.', ',') : text;
}

/**
 * Reads a number as people type it: group marks or none, comma or point, and a small sum such as
 * `3*12,50`. Null when it is not a number.
 */
export function parseNumber(text: string, language: Language): number | null {
  const compact = text.replace(/[\s\u00a0\u202f€$£%]/g, '').replace(/^=/, '');
  if (compact === '') return null;
  const terms = split(compact, /(?<=[^-+*/])[-+]/);
  let total = 0;
  for (const term of terms) {
    const value = product(term, language);
    if (value === null) return null;
    total += value;
  }
  return Number.isFinite(total) ? clean(total) : null;
}

/** Splits before the signs, which stay with what follows them. */
function split(text: string, sign: RegExp): string[] {
  const parts: string[] = [];
  let rest = text;
  for (;;) {
    const at = rest.search(sign);
    if (at < 0) return [...parts, rest];
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
}

function product(term: string, language: Language): number | null {
  const factors = term.split(/([*/])/);
  let value = parsePlain(factors[0] ?? '', language);
  for (let i = 1; i < factors.length && value !== null; i += 2) {
    const next = parsePlain(factors[i + 1] ?? '', language);
    if (next === null) return null;
    value = factors[i] === '*' ? value * next : value / next;
  }
  return value;
}

function parsePlain(text: string, language: Language): number | null {
  const [decimal, group] = language === 'nl' ? [',', '.'] : ['.', ','];
  let plain = text;
  if (!plain.includes(decimal) && isDecimalMark(plain, group))
    plain = plain.replace(group, decimal);
  const [whole = '', fraction, ...more] = plain.split(decimal);
  if (more.length > 0 || fraction?.includes(group)) return null;
  if (!groupsAreRight(whole, group)) return null;
  const normal = whole.replaceAll(group, '') + (fraction === undefined ? '' : `.${fraction}`);
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(normal) ? Number(normal) : null;
}

/** On a numeric keypad the point is the decimal mark everywhere, unless it makes thousands. */
function isDecimalMark(text: string, mark: string): boolean {
  const parts = text.split(mark);
  return parts.length === 2 && parts[1]!.length !== 3;
}

function groupsAreRight(whole: string, group: string): boolean {
  const parts = whole.replace(/^[-+]/, '').split(group);
  return (
    parts.length === 1 || (parts[0]!.length > 0 && parts.slice(1).every((p) => p.length === 3))
  );
}

/** Sums of binary fractions leave dust far behind the fifth decimal. */
function clean(value: number): number {
  return Number(value.toPrecision(15));
}
