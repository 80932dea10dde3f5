import type { DrillDown, Page, PageSet, Row } from './model';
import type { ProblemLink } from '../api/problems';
import { type Route, hrefOf } from '../shell/route';
import { cardOfSet, fillFilter, holds, isBlank, listOfSet, pageOf, quoted } from './rules';

/** The address behind a figure or an action; null when the record has nothing to go to. */
export function drillRoute(
  pages: PageSet,
  company: string,
  drill: DrillDown,
  row: Row,
): Route | null {
  if (!holds(drill.when, row)) return null;
  const page = drill.page.startsWith('{')
    ? listOfSet(pages, String(row[drill.page.slice(1, -1)] ?? ''))
    : pageOf(pages, drill.page);
  if (!page) return null;
  if (drill.filter.startsWith('record:')) {
    const record = fillFilter(drill.filter.slice('record:'.length), row);
    return record ? { company, page: page.id, record, query: {} } : null;
  }
  if (drill.filter.startsWith('new:')) {
    const query = answersOf(drill.filter.slice('new:'.length), row);
    return query && { company, page: page.id, record: 'new', query };
  }
  if (isAnswered(page)) {
    const query = answersOf(drill.filter, row);
    return query && { company, page: page.id, query };
  }
  const whole = /^\{(\w+)\}$/.exec(drill.filter);
  const filter = whole ? String(row[whole[1]!] ?? '') : fillFilter(drill.filter, row);
  if (filter === null) return null;
  const single: Record<string, string> = drill.single && page.card ? { single: '1' } : {};
  return { company, page: page.id, query: filter ? { filter, ...single } : {} };
}

/** A worksheet that asks, or stands below a record, is addressed by answers. */
function isAnswered(page: Page): boolean {
  return page.kind === 'worksheet' && (!!page.request || !!page.source?.set.includes('{'));
}

/** Pairs such as `documentNumber={number}`, with the fields of the row filled in. */
function answersOf(template: string, row: Row): Record<string, string> | null {
  const query: Record<string, string> = {};
  for (const pair of template.split('&')) {
    const [name = '', value = ''] = pair.split('=');
    const field = /^\{(\w+)\}$/.exec(value)?.[1];
    const answer = field ? row[field] : value;
    if (isBlank(answer)) return null;
    query[name] = String(answer);
  }
  return query;
}

export function drillHref(
  pages: PageSet,
  company: string,
  drill: DrillDown | undefined,
  row: Row,
): string | null {
  const route = drill && drillRoute(pages, company, drill, row);
  return route ? hrefOf(route) : null;
}

/** The card of a row of a list. */
export function rowHref(page: Page, company: string, row: Row): string | null {
  if (!page.card || isBlank(row.id)) return null;
  return hrefOf({ company, page: page.card, record: String(row.id), query: {} });
}

/** A row is named by its key, or by the parts of its key in the order of the list. */
function keyFilter(list: Page, named = ''): string {
  if (!named) return '';
  const keys = (list.source?.orderBy ?? '').split(',');
  const parts = named.split(', ');
  const isWhole = keys.length > 1 && keys.length === parts.length;
  const names = isWhole ? keys : [list.title[0] ?? list.columns[0]!.name];
  const values = isWhole ? parts : [named];
  const isFigure = (name: string) =>
    list.columns.find((column) => column.name === name)?.kind === 'integer';
  return names
    .map((name, at) => {
      const value = values[at]!;
      return `${name} eq ${isFigure(name) ? value : `'${quoted(value)}'`}`;
    })
    .join(' and ');
}

/** Where a problem is mended. */
export function problemHref(pages: PageSet, company: string, link: ProblemLink): string | null {
  const card = cardOfSet(pages, link.entity);
  if (card && link.id) return hrefOf({ company, page: card.id, record: link.id, query: {} });
  const list = listOfSet(pages, link.entity);
  if (!list) return null;
  const filter = keyFilter(list, link.number);
  const query: Record<string, string> = filter ? { filter } : {};
  return hrefOf({ company, page: list.id, query });
}
