import { EMPTY_DATE, isoOf } from '../i18n/dates';
import type { Condition, Field, Lookup, Page, PageRequest, PageSet, Row } from './model';

const EMPTY_ID = '00000000-0000-0000-0000-000000000000';

/** Nothing in it: blank text, empty date, empty id, blank member of an enumeration. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === EMPTY_DATE ||
    value === EMPTY_ID ||
    value === '_x0020_'
  );
}

/** A text inside quotes of a filter. */
export function quoted(text: string): string {
  return text.replaceAll("'", "''");
}

/**
 * Puts fields into a filter: `{name}` stands for the value. Part of an `and` whose value is blank
 * is left out when `optional` says so; otherwise a blank value means that there is no filter.
 */
export function fillFilter(template: string, row: Row, optional = false): string | null {
  const parts = optional ? template.split(' and ') : [template];
  const filled: string[] = [];
  for (const part of parts) {
    const names = [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    if (names.some((name) => isBlank(row[name]))) {
      if (optional) continue;
      return null;
    }
    filled.push(
      part.replace(/(?:'\{(\w+)\}')|(?:\{(\w+)\})/g, (_, text?: string, plain?: string) =>
        text ? `'${quoted(String(row[text]))}'` : String(row[plain!]),
      ),
    );
  }
  return filled.join(' and ');
}

/** The set of a page below a record: `{parentSet}({parentId})/...` with the address filled in. */
export function setOf(template: string, query: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = query[name] ?? '';
    return /^[\w-]+$/.test(value) ? value : '';
  });
}

/** What rows of a filter have in common, so that a new one is among them: `code eq 'X'`. */
export function equalsOf(filter: string | undefined): Row {
  const pairs = (filter ?? '').split(' and ').flatMap((part) => {
    const match = /^(\w+) eq '((?:[^']|'')*)'$/.exec(part.trim());
    return match ? [[match[1]!, match[2]!.replaceAll("''", "'")] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/**
 * The lines come to what the header says. When they do not, the server has added or taken away a
 * line of its own, such as a service charge.
 */
export function addsUp(header: Row, lines: Row[]): boolean {
  const kind = header.discountAppliedBeforeTax === false ? 'IncludingTax' : 'ExcludingTax';
  const sum = lines.reduce((total, line) => total + Number(line[`amount${kind}`] ?? 0), 0);
  const said = Number(header[`totalAmount${kind}`] ?? 0) + Number(header.discountAmount ?? 0);
  return Math.abs(sum - said) < 0.005;
}

export function allOf(...filters: (string | null | undefined)[]): string {
  const given = filters.filter((one): one is string => !!one);
  return given.length > 1 ? given.map((one) => `(${one})`).join(' and ') : (given[0] ?? '');
}

/** Any of the fields starts with or contains the text. */
export function searchFilter(fields: string[], text: string): string {
  const typed = text.trim();
  if (typed === '') return '';
  const low = quoted(typed.toLowerCase());
  const code = quoted(typed.toUpperCase());
  return fields
    .map((name) =>
      isCodeName(name) ? `startswith(${name},'${code}')` : `contains(tolower(${name}),'${low}')`,
    )
    .join(' or ');
}

export function isCodeName(name: string): boolean {
  return /(number|code|gtin)$/i.test(name);
}

export function holds(condition: Condition | undefined, row: Row): boolean {
  return !condition || condition.oneOf.includes(String(row[condition.field]));
}

/** What a question starts with: a value, or a day that is told by its name. */
export function startAnswers(fields: Field[], today: Date): Row {
  const starts = fields.flatMap(({ name, start }) => (start ? [[name, start] as const] : []));
  return Object.fromEntries(starts.map(([name, start]) => [name, startOf(start, today)]));
}

function startOf(start: string, today: Date): string {
  const [year, month] = [today.getFullYear(), today.getMonth()];
  switch (start) {
    case 'today':
      return isoOf(today);
    case 'monthStart':
      return isoOf(new Date(year, month, 1));
    case 'monthEnd':
      return isoOf(new Date(year, month + 1, 0));
    case 'yearStart':
      return isoOf(new Date(year, 0, 1));
    default:
      return start;
  }
}

/** The filter of a question; null while something that must be known is not. */
export function questionFilter(request: PageRequest, answers: Row): string | null {
  const isAsked = request.fields.every((field) => !field.mandatory || !isBlank(answers[field.name]));
  return (isAsked && fillFilter(request.filter, answers, true)) || null;
}

/** What columns are called today, from the first row of the summary. */
export function captionsFrom(fields: Field[], row: Row | undefined): Record<string, string> {
  const named = fields.flatMap((field) => {
    const caption = field.captionFrom && row?.[field.captionFrom];
    return caption ? [[field.name, String(caption)] as const] : [];
  });
  return Object.fromEntries(named);
}

export function fieldsOf(page: Page): Field[] {
  return page.groups.flatMap((group) => group.fields);
}

export function mandatoryOf(page: Page): Field[] {
  return fieldsOf(page).filter((field) => field.mandatory);
}

/** A row may be created as soon as all that must be known is known. */
export function canCreate(page: Page, row: Row): boolean {
  return mandatoryOf(page).every((field) => !isBlank(row[field.name]));
}

export function titleOf(page: Page, row: Row): string {
  return page.title
    .map((name) => row[name])
    .filter((value) => !isBlank(value))
    .join(' · ');
}

/** The lookup of a field for this row; that of a line depends on its type. */
export function lookupFor(field: Field, row: Row): Lookup | undefined {
  const lookup = field.lookup;
  if (!lookup?.by) return lookup;
  return lookup.cases?.[String(row[lookup.by])];
}

export function pageOf(pages: PageSet, id: string): Page | undefined {
  return pages.pages.find((page) => page.id === id);
}

/** The list (or worksheet) of an entity set. */
export function listOfSet(pages: PageSet, set: string): Page | undefined {
  return pages.pages.find((page) => page.source?.set === set && page.columns.length > 0);
}

/** The card or document page of an entity set. */
export function cardOfSet(pages: PageSet, set: string): Page | undefined {
  return pages.pages.find((page) => page.source?.set === set && page.groups.length > 0);
}

/** Amount of a line while the server has not answered yet; null when it cannot be known. */
export function estimateOf(
  estimate: { quantity: string; price: string; discount: string },
  row: Row,
): number | null {
  const quantity = Number(row[estimate.quantity] ?? 0);
  const price = Number(row[estimate.price] ?? 0);
  const discount = Number(row[estimate.discount] ?? 0);
  const amount = quantity * price * (1 - discount / 100);
  if (!Number.isFinite(amount)) return null;
  return (Math.sign(amount) * Math.round(Number((Math.abs(amount) * 100).toPrecision(15)))) / 100;
}
