import type { CompanyApi } from '../api/odata';
import type { Lookup, Row } from '../pages/model';
import { allOf, fillFilter, isCodeName, quoted, searchFilter } from '../pages/rules';

/** Rows that a list under a field shows at once. */
const SHOWN_MAX = 12;

/** One row to choose from: what is stored, what is typed, what is read beside it. */
export interface Option {
  value: unknown;
  display: string;
  text: string;
}

const kept = new Map<string, Promise<Row[]>>();

/** Small tables are read once per company and language, and again after they were changed. */
export function forgetLookups(): void {
  kept.clear();
}

export function optionOf(lookup: Lookup, row: Row): Option {
  const display = String(row[lookup.display] ?? '');
  const text = String(row[lookup.text] ?? '');
  return { value: row[lookup.value], display, text: text === display ? '' : text };
}

function smallTable(api: CompanyApi, lookup: Lookup): Promise<Row[]> {
  const source = lookup.source!;
  const key = `${api.companyId}:${api.language}:${source.route}:${source.set}`;
  let rows = kept.get(key);
  if (!rows) {
    rows = api.all({ ...source, orderBy: lookup.display });
    rows.catch(() => kept.delete(key));
    kept.set(key, rows);
  }
  return rows;
}

/** What fits the typed text, best first: codes that start so, then names that contain it. */
export async function findOptions(
  api: CompanyApi,
  lookup: Lookup,
  typed: string,
  row: Row,
  signal?: AbortSignal,
): Promise<Option[]> {
  const source = lookup.source;
  if (!source) return [];
  if (lookup.small) return inSmallTable(await smallTable(api, lookup), lookup, typed);
  const own = source.filter ? fillFilter(source.filter, row) : undefined;
  const filter = allOf(own, searchFilter([lookup.display, lookup.text], typed));
  const plain = { route: source.route, set: source.set };
  const { rows } = await api.list(
    plain,
    { filter, orderBy: lookup.display, top: SHOWN_MAX },
    signal,
  );
  return rows.map((one) => optionOf(lookup, one));
}

export function inSmallTable(rows: Row[], lookup: Lookup, typed: string): Option[] {
  const low = typed.trim().toLowerCase();
  const options = rows.map((row) => optionOf(lookup, row));
  const starts = (one: Option) => one.display.toLowerCase().startsWith(low);
  const contains = (one: Option) => !starts(one) && one.text.toLowerCase().includes(low);
  return [...options.filter(starts), ...options.filter(contains)].slice(0, SHOWN_MAX * 4);
}

export type Resolved = { found: 'one'; option: Option } | { found: 'none' | 'many' };

/** The row that a typed text means: its exact code, or the only one that fits. */
export async function resolveTyped(
  api: CompanyApi,
  lookup: Lookup,
  typed: string,
  row: Row,
): Promise<Resolved> {
  const text = typed.trim();
  const exact = lookup.small ? undefined : await exactRow(api, lookup, text, row);
  if (exact) return { found: 'one', option: optionOf(lookup, exact) };
  const options = await findOptions(api, lookup, text, row);
  const same = options.find((one) => one.display.toLowerCase() === text.toLowerCase());
  if (same) return { found: 'one', option: same };
  if (options.length === 1) return { found: 'one', option: options[0]! };
  return { found: options.length === 0 ? 'none' : 'many' };
}

async function exactRow(
  api: CompanyApi,
  lookup: Lookup,
  text: string,
  row: Row,
): Promise<Row | undefined> {
  const value = isCodeName(lookup.display) ? text.toUpperCase() : text;
  const { route, set, filter: narrow } = lookup.source!;
  // A code may stand for one thing per row: a value of this dimension, not of another.
  const own = narrow ? fillFilter(narrow, row) : undefined;
  const filter = allOf(own, `${lookup.display} eq '${quoted(value)}'`);
  return (await api.list({ route, set }, { filter, top: 1 })).rows[0];
}

/** What to show for a stored id. */
export async function displayOf(api: CompanyApi, lookup: Lookup, value: unknown): Promise<string> {
  const rows = await smallTable(api, lookup);
  const row = rows.find((one) => one[lookup.value] === value);
  return row ? String(row[lookup.display] ?? '') : '';
}
