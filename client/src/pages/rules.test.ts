import { describe, expect, it } from 'vitest';
import { field, page, pageSet } from '../testing/pages';
import { drillRoute, problemHref } from './links';
import {
  addsUp,
  canCreate,
  equalsOf,
  estimateOf,
  fillFilter,
  lookupFor,
  searchFilter,
  setOf,
  titleOf,
} from './rules';

describe('filters of a page', () => {
  it('put a value in quotes safely', () => {
    expect(fillFilter("displayName eq '{name}'", { name: "Piet's" })).toBe(
      "displayName eq 'Piet''s'",
    );
  });

  it('are none when a value is missing', () => {
    expect(fillFilter("number eq '{number}'", { number: '' })).toBeNull();
  });

  it('leave out unanswered parts of a question', () => {
    const filter = 'dateFilter ge {dateFrom} and dateFilter le {dateTo}';
    expect(fillFilter(filter, { dateTo: '2026-12-31' }, true)).toBe('dateFilter le 2026-12-31');
  });

  it('tell what a new row among them must have', () => {
    expect(equalsOf("code eq 'O''NEIL' and open eq true")).toEqual({ code: "O'NEIL" });
    expect(equalsOf(undefined)).toEqual({});
  });

  it('put the parent of a table into its address, and nothing else', () => {
    const template = '{parentSet}({parentId})/dimensionSetLines';
    const query = { parentSet: 'salesOrders', parentId: '0b1c-9' };
    expect(setOf(template, query)).toBe('salesOrders(0b1c-9)/dimensionSetLines');
    expect(setOf(template, { ...query, parentSet: 'x/../y' })).toBe('(0b1c-9)/dimensionSetLines');
  });

  it('search codes by their start and names by any part', () => {
    expect(searchFilter(['number', 'displayName'], "d'or")).toBe(
      "startswith(number,'D''OR') or contains(tolower(displayName),'d''or')",
    );
  });
});

describe('a record', () => {
  it('may be made when its mandatory fields are known', () => {
    const order = page('salesOrder', {
      groups: [{ id: 'g', caption: 'g', fields: [field('customerNumber', { mandatory: true })] }],
    });
    expect(canCreate(order, {})).toBe(false);
    expect(canCreate(order, { customerNumber: '10000' })).toBe(true);
  });

  it('is named by what is filled in', () => {
    const order = page('salesOrder', { title: ['number', 'customerName'] });
    expect(titleOf(order, { number: '1001', customerName: '' })).toBe('1001');
  });

  it('looks up what its line type says', () => {
    const items = { value: 'number', display: 'number', text: 'displayName', small: false };
    const object = field('lineObjectNumber', {
      lookup: { ...items, by: 'lineType', cases: { Item: items } },
    });
    expect(lookupFor(object, { lineType: 'Item' })).toBe(items);
    expect(lookupFor(object, { lineType: 'Comment' })).toBeUndefined();
  });
});

describe('lines and their header', () => {
  const header = { discountAmount: 5.2, discountAppliedBeforeTax: true };
  const lines = [{ amountExcludingTax: 84 }, { amountExcludingTax: 176 }];

  it('add up until the server adds a line of its own', () => {
    expect(addsUp({ ...header, totalAmountExcludingTax: 254.8 }, lines)).toBe(true);
    expect(addsUp({ ...header, totalAmountExcludingTax: 267.3 }, lines)).toBe(false);
  });

  it('add up with VAT where prices include it', () => {
    const included = { ...header, discountAppliedBeforeTax: false, totalAmountIncludingTax: 604 };
    expect(addsUp(included, [{ amountIncludingTax: 609.2, amountExcludingTax: 503 }])).toBe(true);
  });
});

describe('the amount of a line before the server answers', () => {
  const names = { quantity: 'quantity', price: 'unitPrice', discount: 'discountPercent' };

  it('is quantity times price less discount, rounded half away from zero', () => {
    const line = { quantity: 3, unitPrice: 129.95, discountPercent: 7.5 };
    expect(estimateOf(names, line)).toBe(360.61);
    expect(estimateOf(names, { quantity: -1, unitPrice: 0.125 })).toBe(-0.13);
    expect(estimateOf(names, { quantity: 1, unitPrice: 1.005 })).toBe(1.01);
  });
});

describe('ways out of a page', () => {
  const entries = page('customerLedgerEntries', {
    source: { route: 'trade', set: 'customerLedgerEntries' },
    columns: [field('entryNumber')],
  });
  const order = page('salesOrder', {
    kind: 'document',
    source: { route: 'standard', set: 'salesOrders' },
    groups: [{ id: 'g', caption: 'g', fields: [field('customerNumber')] }],
  });
  const find = page('findEntries', {
    kind: 'worksheet',
    source: { route: 'trade', set: 'navigateResults' },
    columns: [field('tableName')],
    request: { fields: [field('documentNumber')], filter: "documentNumber eq '{documentNumber}'" },
  });
  const pages = pageSet(entries, order, find);

  it('lead from an amount to its entries', () => {
    const drill = { page: 'customerLedgerEntries', filter: "customerNumber eq '{number}'" };
    expect(drillRoute(pages, 'c1', drill, { number: '10000' })).toEqual({
      company: 'c1',
      page: 'customerLedgerEntries',
      query: { filter: "customerNumber eq '10000'" },
    });
  });

  it('lead to a new record that knows its party', () => {
    const drill = { page: 'salesOrder', filter: 'new:customerNumber={number}' };
    expect(drillRoute(pages, 'c1', drill, { number: '10000' })).toEqual({
      company: 'c1',
      page: 'salesOrder',
      record: 'new',
      query: { customerNumber: '10000' },
    });
  });

  it('answer the questions of a page', () => {
    const drill = { page: 'findEntries', filter: 'documentNumber={number}' };
    expect(drillRoute(pages, 'c1', drill, { number: 'VF-1' })?.query).toEqual({
      documentNumber: 'VF-1',
    });
  });

  it('follow the list that a found row names', () => {
    const drill = { page: '{entitySet}', filter: '{filter}' };
    const row = { entitySet: 'customerLedgerEntries', filter: "documentNumber eq 'VF-1'" };
    expect(drillRoute(pages, 'c1', drill, row)?.query).toEqual({
      filter: "documentNumber eq 'VF-1'",
    });
  });

  it('open the record where a problem is mended', () => {
    expect(problemHref(pages, 'c1', { entity: 'salesOrders', id: '7' })).toBe('#/c1/salesOrder/7');
    expect(problemHref(pages, 'c1', { entity: 'unknown' })).toBeNull();
  });

  it('open the record of a row on another page', () => {
    const drill = { page: 'customerApplication', filter: 'record:{id}' };
    const open = { ...drill, when: { field: 'open', oneOf: ['true'] } };
    const all = pageSet(page('customerApplication', { kind: 'application' }));
    expect(drillRoute(all, 'c1', drill, { id: '7' })).toEqual({
      company: 'c1',
      page: 'customerApplication',
      record: '7',
      query: {},
    });
    expect(drillRoute(all, 'c1', drill, {})).toBeNull();
    expect(drillRoute(all, 'c1', open, { id: '7', open: false })).toBeNull();
  });

  it('find a ledger entry by its number, which is a figure', () => {
    const entries = page('customerLedgerEntries', {
      source: { route: 'trade', set: 'customerLedgerEntries' },
      title: ['entryNumber', 'description'],
      columns: [field('postingDate', { kind: 'date' }), field('entryNumber', { kind: 'integer' })],
    });
    const link = { entity: 'customerLedgerEntries', number: '12' };
    expect(problemHref(pageSet(entries), 'c1', link)).toBe(
      '#/c1/customerLedgerEntries?filter=entryNumber+eq+12',
    );
  });

  it('lead to a table below the record', () => {
    const below = page('dimensionSetLines', {
      kind: 'worksheet',
      source: { route: 'trade', set: '{parentSet}({parentId})/dimensionSetLines' },
      columns: [field('code')],
    });
    const drill = { page: 'dimensionSetLines', filter: 'parentSet=salesOrders&parentId={id}' };
    expect(drillRoute(pageSet(below), 'c1', drill, { id: 'o1' })?.query).toEqual({
      parentSet: 'salesOrders',
      parentId: 'o1',
    });
    expect(drillRoute(pageSet(below), 'c1', drill, {})).toBeNull();
  });

  it('keep the filter of a list that also asks questions', () => {
    const list = page('generalLedgerEntries', {
      source: { route: 'trade', set: 'generalLedgerEntries' },
      columns: [field('entryNumber')],
      request: { fields: [field('dimensionCode')], filter: "dimensionCode eq '{dimensionCode}'" },
    });
    const drill = { page: 'generalLedgerEntries', filter: "accountNumber eq '{number}'" };
    expect(drillRoute(pageSet(list), 'c1', drill, { number: '8010' })?.query).toEqual({
      filter: "accountNumber eq '8010'",
    });
  });
});
