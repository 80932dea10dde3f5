import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChangeQueue } from '../api/queue';
import { CompanyApi } from '../api/odata';
import type { Problem } from '../api/problems';
import { field } from '../testing/pages';
import { EditableRows, type Typed } from './editableRows';

const DESCRIPTION = field('description');
const QUANTITY = field('quantity', { kind: 'quantity' });
const LINES = { route: 'standard', set: 'salesOrderLines' } as const;

interface Asked {
  method: string;
  url: string;
  etag: string | undefined;
  body: unknown;
}

/** A server that answers from a list and remembers what it was asked. */
function serverThatAnswers(...answers: { status?: number; body: unknown }[]): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    asked.push({
      method: init.method!,
      url,
      etag: headers['If-Match'],
      body: init.body ? JSON.parse(String(init.body)) : undefined,
    });
    const { status = 200, body } = answers[asked.length - 1]!;
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return asked;
}

function rowsOfOrder(problems: Problem[] = []) {
  const queue = new ChangeQueue();
  const rows = new EditableRows(
    new CompanyApi('c1', 'nl'),
    {
      source: LINES,
      columns: [DESCRIPTION, QUANTITY],
      parent: { property: 'documentId', id: 'o1' },
      defaults: { lineType: 'Item' },
      estimate: {
        amount: 'amountExcludingTax',
        quantity: 'quantity',
        price: 'unitPrice',
        discount: 'discountPercent',
      },
    },
    queue,
    { onSaved: () => {}, onProblems: (found) => problems.push(...found) },
  );
  return { rows, queue };
}

function typed(of: typeof QUANTITY, value: unknown): Typed {
  return { field: of, value, text: String(value), picked: false };
}

afterEach(() => vi.unstubAllGlobals());

describe('lines while they are typed', () => {
  it('are made once, and changed with the version that making them gave', async () => {
    const asked = serverThatAnswers(
      { body: { value: [] } },
      { status: 201, body: { id: 'l1', '@odata.etag': 'W/"1"', description: 'Bel' } },
      { body: { id: 'l1', '@odata.etag': 'W/"2"', description: 'Bel', quantity: 3 } },
    );
    const { rows, queue } = rowsOfOrder();
    await rows.load();
    const key = rows.rows[0]!.key;

    rows.edit(key, typed(DESCRIPTION, 'Bel'));
    rows.edit(key, typed(QUANTITY, 3));
    await queue.settled();

    expect(asked.slice(1)).toEqual([
      {
        method: 'POST',
        url: '/api/v2.0/companies(c1)/salesOrderLines',
        etag: undefined,
        body: { documentId: 'o1', lineType: 'Comment', description: 'Bel' },
      },
      {
        method: 'PATCH',
        url: '/api/v2.0/companies(c1)/salesOrderLines(l1)',
        etag: 'W/"1"',
        body: { quantity: 3 },
      },
    ]);
    expect(rows.find(key)).toMatchObject({ isSaving: false, isNew: false });
  });

  it('show what was typed at once, and always end with an empty one', async () => {
    serverThatAnswers({ body: { value: [] } }, { status: 201, body: { id: 'l1' } });
    const { rows, queue } = rowsOfOrder();
    await rows.load();
    const key = rows.rows[0]!.key;

    rows.edit(key, typed(QUANTITY, 3));

    expect(rows.find(key)).toMatchObject({ isSaving: true, values: { quantity: 3 } });
    expect(rows.rows.at(-1)).toMatchObject({ isNew: true, isSaving: false });
    await queue.settled();
  });

  it('keep a refused value in sight, beside the value that holds', async () => {
    const line = { id: 'l1', '@odata.etag': 'W/"1"', quantity: 2 };
    const refusal = { code: 'E-QTY', message: 'Te veel.', target: 'quantity' };
    serverThatAnswers({ body: { value: [line] } }, { status: 400, body: { error: refusal } });
    const problems: Problem[] = [];
    const { rows, queue } = rowsOfOrder(problems);
    await rows.load();
    const key = rows.rows[0]!.key;

    rows.edit(key, typed(QUANTITY, 99));
    await queue.settled();

    expect(rows.find(key)!.values.quantity).toBe(2);
    expect(rows.find(key)!.refused).toEqual({ quantity: { text: '99', message: 'Te veel.' } });
    expect(problems).toEqual([refusal]);
  });

  it('count in the sum while they are typed', async () => {
    const lines = [
      { id: 'l1', quantity: 2, unitPrice: 10, amountExcludingTax: 20 },
      { id: 'l2', quantity: 1, unitPrice: 4, amountExcludingTax: 4 },
    ];
    serverThatAnswers({ body: { value: lines } });
    const { rows } = rowsOfOrder();
    await rows.load();

    rows.preview(rows.rows[1]!.key, 'quantity', 5);
    expect(rows.sum('amountExcludingTax')).toBe(40);
    expect(rows.isEstimated).toBe(true);

    rows.endPreview(rows.rows[1]!.key);
    expect(rows.sum('amountExcludingTax')).toBe(24);
  });

  it('waits with a new row until all that it needs is known, and then asks', async () => {
    const asked = serverThatAnswers({ status: 201, body: { id: 'd1', code: 'X', valueCode: '10' } });
    const code = field('code', { mandatory: true });
    const value = field('valueCode', {
      mandatory: true,
      ask: { caption: 'Lines too?', confirm: 'updateLines' },
    });
    const questions: string[] = [];
    const queue = new ChangeQueue();
    const rows = new EditableRows(
      new CompanyApi('c1', 'nl'),
      {
        source: { route: 'trade', set: 'salesOrders(o1)/dimensionSetLines' },
        columns: [code, value],
        defaults: {},
      },
      queue,
      {
        onSaved: () => {},
        onProblems: () => {},
        ask: (question) => {
          questions.push(question.caption);
          return Promise.resolve(true);
        },
      },
    );
    rows.rows = [];
    (rows as unknown as { ensureBlank: () => void }).ensureBlank();
    const key = rows.rows[0]!.key;

    rows.edit(key, typed(code, 'X'));
    await queue.run(() => Promise.resolve());
    expect(asked).toEqual([]);
    expect(rows.find(key)!.values.code).toBe('X');
    rows.edit(key, typed(value, '10'));
    await queue.run(() => Promise.resolve());

    expect(questions).toEqual(['Lines too?']);
    expect(asked).toEqual([
      {
        method: 'POST',
        url: '/api/handel/trade/v1.0/companies(c1)/salesOrders(o1)/dimensionSetLines?handelConfirm=updateLines',
        etag: undefined,
        body: { code: 'X', valueCode: '10' },
      },
    ]);
    expect(rows.find(key)).toMatchObject({ isSaving: false, isNew: false, pending: {} });
  });
});

describe('rows of a table', () => {
  const CODE = field('code', { kind: 'code', mandatory: true });
  const MINIMUM = field('minimumAmount', { kind: 'amount', mandatory: true });

  function rowsOfTiers(defaults: Record<string, unknown> = {}) {
    const queue = new ChangeQueue();
    const rows = new EditableRows(
      new CompanyApi('c1', 'nl'),
      {
        source: { route: 'trade', set: 'customerInvoiceDiscounts' },
        columns: [CODE, MINIMUM],
        defaults,
      },
      queue,
      { onSaved: () => {}, onProblems: () => {} },
    );
    return { rows, queue };
  }

  it('are made when all that is mandatory is known, with all that was typed', async () => {
    const asked = serverThatAnswers(
      { body: { value: [] } },
      { status: 201, body: { id: 't1', code: 'A', minimumAmount: 500 } },
    );
    const { rows, queue } = rowsOfTiers();
    await rows.load();
    const key = rows.rows[0]!.key;

    rows.edit(key, typed(CODE, 'A'));
    await queue.settled();
    expect(asked).toHaveLength(1);
    expect(rows.rows[0]!.values.code).toBe('A');

    rows.edit(key, typed(MINIMUM, 500));
    await queue.settled();
    expect(asked[1]).toMatchObject({ method: 'POST', body: { code: 'A', minimumAmount: 500 } });
    expect(rows.rows[0]!.pending).toEqual({});
  });

  it('take what a filter says from it', async () => {
    const asked = serverThatAnswers(
      { body: { value: [] } },
      { status: 201, body: { id: 't1', code: 'A', minimumAmount: 0 } },
    );
    const { rows, queue } = rowsOfTiers({ code: 'A' });
    await rows.load();

    rows.edit(rows.rows[0]!.key, typed(MINIMUM, 0));
    await queue.settled();

    expect(asked[1]).toMatchObject({ method: 'POST', body: { code: 'A', minimumAmount: 0 } });
  });

  it('are sent again as a whole after a refusal', async () => {
    const asked = serverThatAnswers(
      { body: { value: [] } },
      { status: 409, body: { error: { code: 'X', message: 'taken' } } },
      { status: 201, body: { id: 't1', code: 'A', minimumAmount: 2 } },
    );
    const { rows, queue } = rowsOfTiers();
    await rows.load();
    const key = rows.rows[0]!.key;
    rows.editMany(key, [typed(CODE, 'A'), typed(MINIMUM, 1)]);
    await queue.settled();

    rows.edit(key, typed(MINIMUM, 2));
    await queue.settled();

    expect(asked[2]!.body).toEqual({ code: 'A', minimumAmount: 2 });
  });

  it('stay where somebody is typing while the others are read again', async () => {
    serverThatAnswers({ body: { value: [] } }, { body: { value: [{ id: 't1', code: 'A' }] } });
    const { rows } = rowsOfTiers();
    await rows.load();
    const blank = rows.rows[0]!.key;

    await rows.load();

    expect(rows.rows.map((row) => row.isNew)).toEqual([false, true]);
    expect(rows.rows[1]!.key).toBe(blank);
  });
});

const BUS = field('taxBusinessPostingGroup', { mandatory: true });
const PROD = field('taxProductPostingGroup', { mandatory: true });
const PERCENT = field('taxPercent', { kind: 'percent' });

function rowsOfTable(columns: (typeof BUS)[], rereads = false) {
  const queue = new ChangeQueue();
  const rows = new EditableRows(
    new CompanyApi('c1', 'nl'),
    { source: { route: 'trade', set: 'taxPostingSetups' }, columns, defaults: {}, rereads },
    queue,
    { onSaved: () => {}, onProblems: () => {} },
  );
  return { rows, queue };
}

describe('a row of a table', () => {
  const stored = {
    id: 's1',
    '@odata.etag': 'W/"1"',
    taxBusinessPostingGroup: 'BINNENL',
    taxProductPostingGroup: 'HOOG',
    taxPercent: 21,
    lastModifiedDateTime: '2026-01-01T00:00:00Z',
  };

  it('is copied into the empty row and made once its key is another', async () => {
    const asked = serverThatAnswers(
      { body: { value: [stored] } },
      { status: 201, body: { ...stored, id: 's2', taxProductPostingGroup: 'AUTO' } },
    );
    const { rows, queue } = rowsOfTable([BUS, PROD, PERCENT]);
    await rows.load();

    rows.copy(rows.rows[0]!.key);
    const copied = rows.rows[1]!;
    expect(copied.values).toEqual({
      taxBusinessPostingGroup: 'BINNENL',
      taxProductPostingGroup: 'HOOG',
      taxPercent: 21,
    });
    expect(asked).toHaveLength(1);

    rows.edit(copied.key, typed(PROD, 'AUTO'));
    await queue.settled();

    expect(asked[1]!.method).toBe('POST');
    expect(asked[1]!.body).toEqual({
      taxBusinessPostingGroup: 'BINNENL',
      taxProductPostingGroup: 'AUTO',
      taxPercent: 21,
    });
    expect(rows.rows.map((row) => row.values.id)).toEqual(['s1', 's2', undefined]);
  });

  it('forgets a copy that was not made when all is read again', async () => {
    serverThatAnswers({ body: { value: [stored] } }, { body: { value: [stored] } });
    const { rows } = rowsOfTable([BUS, PROD, PERCENT]);
    await rows.load();
    rows.copy(rows.rows[0]!.key);

    await rows.load();

    expect(rows.rows[1]!.values).toEqual({});
  });

  it('is saved with the version that the change of another row gave it', async () => {
    const tax = field('taxAmount', { kind: 'amount' });
    const row = (id: string, etag: string, taxAmount: number) => ({
      id,
      taxAmount,
      '@odata.etag': etag,
    });
    const asked = serverThatAnswers(
      { body: { value: [row('a', 'W/"1"', 6.32), row('b', 'W/"1"', 1)] } },
      { body: row('a', 'W/"2"', 6.33) },
      { body: { value: [row('a', 'W/"2"', 6.33), row('b', 'W/"2"', 1)] } },
      { body: row('b', 'W/"3"', 1.01) },
      { body: { value: [row('a', 'W/"3"', 6.33), row('b', 'W/"3"', 1.01)] } },
    );
    const { rows, queue } = rowsOfTable([tax], true);
    await rows.load();
    const [first, second] = rows.rows.map((one) => one.key);

    rows.edit(first!, typed(tax, 6.33));
    rows.edit(second!, typed(tax, 1.01));
    await queue.settled();

    const changes = asked.filter(({ method }) => method === 'PATCH');
    expect(changes.map(({ etag }) => etag)).toEqual(['W/"1"', 'W/"2"']);
    expect(rows.rows.map((one) => one.values.taxAmount)).toEqual([6.33, 1.01, undefined]);
  });
});
