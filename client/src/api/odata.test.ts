import { afterEach, describe, expect, it, vi } from 'vitest';
import { CompanyApi, queryString } from './odata';
import { ApiFailure } from './problems';

const ORDERS = { route: 'standard', set: 'salesOrders', orderBy: 'number desc' } as const;
const asked: { url: string; init: RequestInit }[] = [];

function answers(...bodies: { status?: number; body: unknown }[]): void {
  asked.length = 0;
  let next = 0;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const { status = 200, body } = bodies[next++]!;
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status }));
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('the API of a company', () => {
  const api = new CompanyApi('c1', 'nl');

  it('asks for a page of rows with its filter, order and count', async () => {
    answers({ body: { '@odata.count': 250, value: [{ id: '1' }] } });

    const { rows, count } = await api.list(ORDERS, {
      filter: "status eq 'Draft'",
      top: 100,
      skip: 100,
      count: true,
    });

    expect(asked[0]!.url).toBe(
      "/api/v2.0/companies(c1)/salesOrders?$filter=status%20eq%20'Draft'" +
        '&$orderby=number%20desc&$top=100&$skip=100&$count=true',
    );
    expect(rows).toEqual([{ id: '1' }]);
    expect(count).toBe(250);
  });

  it('sends the version that it changes', async () => {
    answers({ body: { id: '7', quantity: 3 } });

    await api.change(ORDERS, { id: '7', '@odata.etag': 'W/"a"' }, { quantity: 3 });

    const headers = asked[0]!.init.headers as Record<string, string>;
    expect(asked[0]!.init.method).toBe('PATCH');
    expect(headers['If-Match']).toBe('W/"a"');
    expect(headers['X-Handel-Client']).toBe('1');
    expect(headers['Accept-Language']).toBe('nl');
  });

  it('calls an action on the extension route by its full name', async () => {
    answers({ status: 204, body: null });

    await api.call({ route: 'trade', set: 'salesOrders' }, { id: '7' }, 'release');

    expect(asked[0]!.url).toBe(
      '/api/handel/trade/v1.0/companies(c1)/salesOrders(7)/Microsoft.NAV.release',
    );
    expect(asked[0]!.init.body).toBe('{}');
  });

  it('reads all rows, page after page', async () => {
    const full = Array.from({ length: 1000 }, (_, at) => ({ id: String(at) }));
    answers({ body: { value: full } }, { body: { value: [{ id: 'last' }] } });

    const rows = await api.all(ORDERS);

    expect(rows).toHaveLength(1001);
    expect(asked[1]!.url).toContain('$skip=1000');
  });

  it('turns a refusal into problems', async () => {
    answers({ status: 409, body: { error: { code: 'Request_EntityChanged', message: 'x' } } });

    const failure = await api.get(ORDERS, '7').catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ApiFailure);
    expect((failure as ApiFailure).isStale).toBe(true);
  });

  it('leaves out options that are not given', () => {
    expect(queryString({ filter: '', skip: 0 })).toBe('');
  });
});
