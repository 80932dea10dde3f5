import { describe, expect, it } from 'vitest';
import { field, page, pageSet } from '../testing/pages';
import { drillRoute, problemHref } from './links';
import { captionsFrom, questionFilter, startAnswers } from './rules';

describe('a question', () => {
  it('starts with the days that its fields name', () => {
    const fields = [
      field('agedAsOfDate', { start: 'today' }),
      field('dateFrom', { start: 'monthStart' }),
      field('dateTo', { start: 'monthEnd' }),
      field('yearFrom', { start: 'yearStart' }),
      field('periodLength', { start: '30D' }),
      field('customerNumber'),
    ];

    expect(startAnswers(fields, new Date(2028, 1, 10))).toEqual({
      agedAsOfDate: '2028-02-10',
      dateFrom: '2028-02-01',
      dateTo: '2028-02-29',
      yearFrom: '2028-01-01',
      periodLength: '30D',
    });
  });

  it('is asked when all that must be known is known', () => {
    const request = {
      fields: [field('accountNumber', { mandatory: true }), field('dateFrom')],
      filter: "accountNumber eq '{accountNumber}' and dateFilter ge {dateFrom}",
    };

    expect(questionFilter(request, { dateFrom: '2026-01-01' })).toBeNull();
    expect(questionFilter(request, { accountNumber: '1300' })).toBe("accountNumber eq '1300'");
    expect(questionFilter(request, {})).toBeNull();
  });
});

describe('a column', () => {
  it('is called by the dates that the summary tells', () => {
    const columns = [
      field('period1Amount', { captionFrom: 'period1Label' }),
      field('olderAmount', { captionFrom: 'olderLabel' }),
      field('number'),
    ];

    expect(captionsFrom(columns, { period1Label: '01-03-2026 – 30-03-2026', olderLabel: '' })).toEqual(
      { period1Amount: '01-03-2026 – 30-03-2026' },
    );
    expect(captionsFrom(columns, undefined)).toEqual({});
  });
});

describe('a way to one document', () => {
  const drill = { page: '{documentSet}', filter: "number eq '{documentNumber}'", single: true };
  const invoices = page('salesInvoices', {
    source: { route: 'standard', set: 'salesInvoices' },
    columns: [field('number')],
    card: 'salesInvoice',
  });

  it('opens its card and not the list', () => {
    const row = { documentSet: 'salesInvoices', documentNumber: '103001' };

    expect(drillRoute(pageSet(invoices), 'c', drill, row)).toEqual({
      company: 'c',
      page: 'salesInvoices',
      query: { filter: "number eq '103001'", single: '1' },
    });
  });

  it('is not there for an entry without a document', () => {
    const row = { documentSet: '', documentNumber: 'ADJ1' };

    expect(drillRoute(pageSet(invoices), 'c', drill, row)).toBeNull();
  });
});

describe('what is to be mended', () => {
  const addressed = (on: ReturnType<typeof page>, link: { entity: string; number: string }) =>
    decodeURIComponent(problemHref(pageSet(on), 'c', link)!).replaceAll('+', ' ');
  const setups = page('generalPostingSetups', {
    kind: 'worksheet',
    source: {
      route: 'trade',
      set: 'generalPostingSetups',
      orderBy: 'generalBusinessPostingGroup,generalProductPostingGroup',
    },
    columns: [field('generalBusinessPostingGroup'), field('generalProductPostingGroup')],
  });

  it('is found by both parts of its key', () => {
    const link = { entity: 'generalPostingSetups', number: "EU, FIETS'26" };

    expect(addressed(setups, link)).toContain(
      "generalBusinessPostingGroup eq 'EU' and generalProductPostingGroup eq 'FIETS''26'",
    );
  });

  it('is found by its code where that is the whole key', () => {
    const groups = page('customerPostingGroups', {
      kind: 'worksheet',
      source: { route: 'trade', set: 'customerPostingGroups', orderBy: 'code' },
      columns: [field('code')],
    });
    const link = { entity: 'customerPostingGroups', number: 'EU' };

    expect(addressed(groups, link)).toContain("code eq 'EU'");
  });
});
