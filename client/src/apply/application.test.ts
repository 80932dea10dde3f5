import { describe, expect, it } from 'vitest';
import type { Row } from '../pages/model';
import {
  bodyOf,
  fits,
  isTaken,
  keptMarks,
  markChanges,
  oldestFirst,
  startMarks,
  untouched,
  withMark,
} from './application';

const payment: Row = {
  id: 'p',
  documentNumber: 'B-1',
  currencyCode: '',
  remainingAmount: -2400,
  appliesToId: '',
};

function invoice(id: string, remaining: number, change: Row = {}): Row {
  return {
    id,
    currencyCode: '',
    remainingAmount: remaining,
    proposedAmount: remaining,
    reduces: true,
    appliesToId: '',
    amountToApply: 0,
    ...change,
  };
}

describe('oldest first', () => {
  it('marks what falls due first until nothing is left', () => {
    const open = [invoice('a', 1210, { proposedAmount: 1185.8 }), invoice('b', 1214.2), invoice('c', 50)];

    expect([...oldestFirst(payment, open, {}).keys()]).toEqual(['a', 'b']);
  });

  it('passes over other currencies, other marks and entries of the same sign', () => {
    const open = [
      invoice('usd', 100, { currencyCode: 'USD' }),
      invoice('taken', 100, { appliesToId: 'JAN' }),
      invoice('same', -100, { reduces: false }),
      invoice('free', 100),
    ];

    expect([...oldestFirst(payment, open, {}).keys()]).toEqual(['free']);
  });
});

describe('marks', () => {
  it('come back as they were left', () => {
    const open = [
      invoice('a', 500, { appliesToId: 'B-1', amountToApply: 200 }),
      invoice('b', 500, { appliesToId: 'B-1', amountToApply: 500 }),
      invoice('c', 500, { appliesToId: 'JAN', amountToApply: 500 }),
    ];

    expect([...startMarks(payment, open)]).toEqual([
      ['a', { amount: 200 }],
      ['b', { amount: null }],
    ]);
    expect(isTaken(payment, open[2]!, {})).toBe(true);
    expect(isTaken(payment, open[2]!, { appliesToId: 'JAN' })).toBe(false);
  });

  it('go from what somebody else applied meanwhile', () => {
    const before = [invoice('a', 500), invoice('b', 500), invoice('c', 500)];
    const now = [invoice('a', 500), invoice('b', 200)];
    const marks = new Map(['a', 'b', 'c'].map((id) => [id, { amount: null }]));

    expect([...keptMarks(marks, before, now).keys()]).toEqual(['a']);
  });

  it('are set on what is marked and taken from what is not', () => {
    const open = [invoice('a', 500), invoice('b', 500, { appliesToId: 'B-1' }), invoice('c', 500)];
    const marks = withMark(new Map(), 'a', { amount: null });

    expect(markChanges(payment, open, marks, {}).map(({ row, values }) => [row.id, values])).toEqual([
      ['a', { appliesToId: 'B-1', amountToApply: 500 }],
      ['b', { appliesToId: '' }],
    ]);
  });
});

describe('what the server is asked', () => {
  it('has the entries as they were seen, and only what was filled in', () => {
    const open = [invoice('a', 500), invoice('b', 300), invoice('c', 10)];
    const marks = withMark(withMark(new Map(), 'b', { amount: 100 }), 'a', { amount: null });

    expect(bodyOf(payment, open, marks, { acceptTolerance: 'company' })).toEqual({
      entries: [
        { id: 'a', remainingAmount: 500 },
        { id: 'b', remainingAmount: 300, amountToApply: 100 },
      ],
      remainingAmount: -2400,
      appliesToId: 'B-1',
    });
    expect(bodyOf(payment, open, new Map(), { acceptTolerance: 'false', postingDate: '2026-03-02' }))
      .toEqual({
        entries: [],
        remainingAmount: -2400,
        appliesToId: 'B-1',
        acceptTolerance: false,
        postingDate: '2026-03-02',
      });
  });

  it('answers for one entry alone where that was chosen', () => {
    const open = [invoice('a', 500), invoice('b', 300)];
    const marks = new Map([
      ['a', { amount: null, acceptTolerance: 'false', acceptLateDiscount: 'true' }],
      ['b', { amount: null, acceptTolerance: 'company' }],
    ]);
    expect(bodyOf(payment, open, marks, {}).entries).toEqual([
      { id: 'a', remainingAmount: 500, acceptTolerance: false, acceptLateDiscount: true },
      { id: 'b', remainingAmount: 300 },
    ]);
  });

  it('refuses an amount of the other sign or of more than is left', () => {
    expect(fits(invoice('a', 500), 500)).toBe(true);
    expect(fits(invoice('a', 500), 500.01)).toBe(false);
    expect(fits(invoice('a', 500), -1)).toBe(false);
    expect(fits(invoice('a', -500), -1)).toBe(true);
  });

  it('begins with the entry as it is', () => {
    expect(untouched(payment).remainingAmount).toBe(-2400);
  });
});
