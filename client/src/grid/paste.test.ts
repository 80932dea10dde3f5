import { describe, expect, it } from 'vitest';
import { field } from '../testing/pages';
import { cellsOf, pastedRows } from './paste';

const COLUMNS = [
  field('lineObjectNumber', { kind: 'code' }),
  field('description'),
  field('quantity', { kind: 'quantity' }),
  field('amountExcludingTax', { kind: 'amount', readOnly: true }),
];

describe('rows from a spreadsheet', () => {
  it('come apart into cells', () => {
    expect(cellsOf('1000\tFietsbel\r\n"a ""b"""\t2\r\n')).toEqual([
      ['1000', 'Fietsbel'],
      ['a "b"', '2'],
    ]);
  });

  it('fill the columns that can be filled', () => {
    const [row] = pastedRows('1000\t\t2,5\t99', COLUMNS, 'nl', new Date());
    expect(row!.cells.map((cell) => [cell.field.name, cell.value])).toEqual([
      ['lineObjectNumber', '1000'],
      ['quantity', 2.5],
    ]);
  });

  it('tell what cannot be read', () => {
    const [row] = pastedRows('1000\t\tveel', COLUMNS, 'nl', new Date());
    expect(row!.cells).toHaveLength(1);
    expect(row!.refused[0]!.text).toBe('veel');
  });
});
