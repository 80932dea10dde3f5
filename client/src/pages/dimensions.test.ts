import { describe, expect, it } from 'vitest';
import { field, page, pageSet } from '../testing/pages';
import { pagesOfCompany, withShortcuts } from './dimensions';

const one = field('shortcutDimension1Code');
const two = field('shortcutDimension2Code');
const shortcuts = ['Department', null, null, null, null, null, null, null];

describe('shortcut dimensions', () => {
  it('are called by the names of their dimensions, and hidden where none is chosen', () => {
    const entries = page('generalLedgerEntries', {
      columns: [one, two, field('amount')],
      groups: [
        { id: 'dimensions', caption: 'd', fields: [two] },
        { id: 'general', caption: 'g', fields: [one] },
      ],
      request: { filter: '', fields: [one, two] },
      lines: {
        source: { route: 'trade', set: 'lines' },
        parent: 'documentId',
        columns: [two, one],
        defaults: {},
        totals: [],
        order: 'sequence',
      },
    });

    const shown = withShortcuts(pageSet(entries), shortcuts).pages[0]!;

    expect(shown.columns.map((column) => column.caption)).toEqual(['Department', 'amount']);
    expect(shown.groups.map((group) => group.id)).toEqual(['general']);
    expect(shown.request!.fields.map((asked) => asked.caption)).toEqual(['Department']);
    expect(shown.lines!.columns.map((column) => column.name)).toEqual(['shortcutDimension1Code']);
  });

  it('all stand where they are chosen', () => {
    const setup = page('shortcutDimensions', { columns: [one, two] });

    const shown = withShortcuts(pageSet(setup), shortcuts).pages[0]!;

    expect(shown.columns).toEqual([one, two]);
  });

  it('of one company are waited for, whatever comes first', () => {
    const pages = pageSet(page('generalLedgerEntries', { columns: [one] }));

    expect(pagesOfCompany(pages, 'a', null)).toBeNull();
    expect(pagesOfCompany(pages, 'a', { company: 'b', names: shortcuts })).toBeNull();
    const shown = pagesOfCompany(pages, 'a', { company: 'a', names: shortcuts })!;
    expect(shown.pages[0]!.columns[0]!.caption).toBe('Department');
  });
});
