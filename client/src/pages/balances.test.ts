import { describe, expect, it } from 'vitest';
import { balancesOf } from './balances';

const balance = { field: 'balanceLCY', documentBy: ['postingDate', 'documentNumber'] };
const line = (id: string, documentNumber: string, balanceLCY: number) => ({
  id,
  postingDate: '2026-03-02',
  documentNumber,
  balanceLCY,
});
const lines = [line('a', 'M1', 100.1), line('b', 'M1', -100), line('c', 'M2', 5)];

describe('balances below the lines of a journal', () => {
  it('runs to the line with the focus and knows its document', () => {
    expect(balancesOf(balance, lines, lines[0]!)).toEqual({
      running: 100.1,
      document: 0.1,
      total: 5.1,
    });
  });

  it('is of the last line where none has the focus', () => {
    expect(balancesOf(balance, lines, null)).toEqual({ running: 5.1, document: 5, total: 5.1 });
  });

  it('is nothing without lines', () => {
    expect(balancesOf(balance, [], null)).toEqual({ running: 0, document: 0, total: 0 });
  });
});
