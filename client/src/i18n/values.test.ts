import { describe, expect, it } from 'vitest';
import { field } from '../testing/pages';
import { decodeName, formatValue, parseValue } from './values';

const TODAY = new Date(2026, 10, 21);
const STATUS = field('status', {
  kind: 'choice',
  choices: [
    { value: 'Draft', caption: 'Concept' },
    { value: 'In_x0020_Review', caption: 'Wacht op goedkeuring' },
  ],
});

describe('values by the kind of their field', () => {
  it('shows a choice by its caption, and an unknown one readably', () => {
    expect(formatValue(STATUS, 'Draft', 'nl')).toBe('Concept');
    expect(formatValue(STATUS, 'On_x0020_Hold', 'nl')).toBe('On Hold');
    expect(formatValue(STATUS, '_x0020_', 'nl')).toBe('');
  });

  it('shows a figure that comes as text, as reports send it', () => {
    const balance = field('balance', { kind: 'amount' });
    expect(formatValue(balance, '1234.50', 'nl')).toBe('1.234,50');
    expect(formatValue(balance, '', 'nl')).toBe('');
  });

  it('reads a choice by its start', () => {
    expect(parseValue(STATUS, 'wacht', 'nl', TODAY)).toEqual({
      ok: true,
      value: 'In_x0020_Review',
    });
  });

  it('says what is wrong with a value', () => {
    expect(parseValue(field('quantity', { kind: 'quantity' }), 'tien', 'nl', TODAY)).toEqual({
      ok: false,
      message: '“tien” is geen getal.',
    });
  });

  it('writes codes in capitals, but leaves what is looked up to the lookup', () => {
    expect(parseValue(field('number', { kind: 'code' }), 'ab1', 'nl', TODAY)).toEqual({
      ok: true,
      value: 'AB1',
    });
  });

  it('decodes names of the wire', () => {
    expect(decodeName('G_x002F_L_x0020_Account')).toBe('G/L Account');
  });
});
