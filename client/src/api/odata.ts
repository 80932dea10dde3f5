import type { Language } from '../i18n/language';
import type { Route, Row, Source } from '../pages/model';
import { allOf } from '../pages/rules';
import { send, sendForFile } from './http';

export interface Query {
  filter?: string | null | undefined;
  orderBy?: string | undefined;
  top?: number;
  skip?: number;
  count?: boolean;
  select?: string[];
}

export interface Rows {
  rows: Row[];
  count: number | null;
}

const BASE: Record<Route, string> = {
  standard: '/api/v2.0',
  trade: '/api/handel/trade/v1.0',
};

/** Rows that one request may bring; lists ask for the next ones when they are scrolled to. */
export const PAGE_ROWS = 100;

export function etagOf(row: Row): string | undefined {
  return typeof row['@odata.etag'] === 'string' ? row['@odata.etag'] : undefined;
}

/** The query part of an address, options in a fixed order. */
export function queryString(query: Query): string {
  const options: [string, string | number | undefined | null][] = [
    ['$filter', query.filter],
    ['$orderby', query.orderBy],
    ['$select', query.select?.join(',')],
    ['$top', query.top],
    ['$skip', query.skip || undefined],
    ['$count', query.count ? 'true' : undefined],
  ];
  const given = options.filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return text.length > 0 ? `?${text.join('&')}` : '';
}

/** The API of one company in one language. Nothing is cached here. */
export class CompanyApi {
  readonly companyId: string;
  readonly language: Language;

  constructor(companyId: string, language: Language) {
    this.companyId = companyId;
    this.language = language;
  }

  address(route: Route, set: string, key?: string): string {
    const company = `${BASE[route]}/companies(${this.companyId})/${set}`;
    return key === undefined ? company : `${company}(${encodeURIComponent(key)})`;
  }

  async list(source: Source, query: Query = {}, signal?: AbortSignal): Promise<Rows> {
    const options = {
      ...query,
      filter: allOf(source.filter, query.filter),
      orderBy: query.orderBy ?? source.orderBy,
    };
    const url = this.address(source.route, source.set) + queryString(options);
    const { body } = await send(url, { language: this.language, signal });
    const answer = body as { value?: Row[]; '@odata.count'?: number };
    return { rows: answer.value ?? [], count: answer['@odata.count'] ?? null };
  }

  /** Every row of the filter, page after page; for lines of a document and small tables. */
  async all(source: Source, query: Query = {}, signal?: AbortSignal): Promise<Row[]> {
    const rows: Row[] = [];
    for (;;) {
      const { rows: page } = await this.list(
        source,
        { ...query, top: ALL_TOP, skip: rows.length },
        signal,
      );
      rows.push(...page);
      if (page.length < ALL_TOP) return rows;
    }
  }

  async get(source: Source, id: string, signal?: AbortSignal): Promise<Row> {
    const url = this.address(source.route, source.set, id);
    return (await send(url, { language: this.language, signal })).body as Row;
  }

  /** A stream below a record: `pdfDocument/pdfDocumentContent`. */
  async file(source: Source, id: string, path: string): Promise<Blob> {
    return sendForFile(`${this.address(source.route, source.set, id)}/${path}`, this.language);
  }

  /** The rows of a page as a workbook, with its captions or those given. */
  async sheet(
    source: Source,
    page: string,
    query: Query,
    captions: Record<string, string>,
  ): Promise<Blob> {
    const options = queryString({
      ...query,
      filter: allOf(source.filter, query.filter),
      orderBy: query.orderBy ?? source.orderBy,
    });
    const given = Object.entries(captions).map(
      ([name, caption]) => `caption.${name}=${encodeURIComponent(caption)}`,
    );
    const more = [`$format=xlsx`, `page=${encodeURIComponent(page)}`, ...given].join('&');
    const url = `${this.address(source.route, source.set)}${options || '?'}`;
    return sendForFile(url + (options ? '&' : '') + more, this.language);
  }

  async create(source: Source, values: Row, confirm?: string): Promise<Row> {
    const address = this.address(source.route, source.set);
    const url = confirm ? `${address}?handelConfirm=${encodeURIComponent(confirm)}` : address;
    const asked = { method: 'POST', body: values, language: this.language } as const;
    return (await send(url, asked)).body as Row;
  }

  /** With a word of consent, where the change has a question. */
  async change(source: Source, row: Row, values: Row, confirm?: string): Promise<Row> {
    const address = this.address(source.route, source.set, String(row.id));
    const url = confirm ? `${address}?handelConfirm=${encodeURIComponent(confirm)}` : address;
    const etag = etagOf(row);
    const asked = { method: 'PATCH', body: values, etag, language: this.language } as const;
    return (await send(url, asked)).body as Row;
  }

  async remove(source: Source, row: Row): Promise<void> {
    const url = this.address(source.route, source.set, String(row.id));
    await send(url, { method: 'DELETE', etag: etagOf(row), language: this.language });
  }

  /** A bound action. The answer is empty, an entity, or a result of its own shape. */
  async call(source: Source, row: Row, action: string, body: Row = {}): Promise<Row | null> {
    const url = `${this.address(source.route, source.set, String(row.id))}/Microsoft.NAV.${action}`;
    const asked = { method: 'POST', body, etag: etagOf(row), language: this.language } as const;
    return (await send(url, asked)).body as Row | null;
  }

  /** A thing beside the entity sets, for example the role centre. */
  async read<T>(path: string, signal?: AbortSignal): Promise<T> {
    const url = `/api/handel/companies(${this.companyId})/${path}`;
    return (await send(url, { language: this.language, signal })).body as T;
  }
}

const ALL_TOP = 1000;
