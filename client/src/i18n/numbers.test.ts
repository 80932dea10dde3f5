import { describe, expect, it } from 'vitest';
import { editNumber, formatNumber, parseNumber } from './numbers';

describe('numbers as people type them', () => {
  it.each([
    ['1234', 1234],
    ['1.234', 1234],
    ['1.234,56', 1234.56],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['-3,25', -3.25],
    [',5', 0.5],
    ['€ 1.000,00', 1000],
    ['21 %', 21],
  ])('reads %s in Dutch', (text, value) => {
    expect(parseNumber(text, 'nl')).toBe(value);
  });

  it.each([
    ['1,234.56', 1234.56],
    ['1,234', 1234],
    ['12,5', 12.5],
    ['12.345', 12.345],
  ])('reads %s in English', (text, value) => {
    expect(parseNumber(text, 'en')).toBe(value);
  });

  it.each([
    ['3*12,50', 37.5],
    ['10-2,5', 7.5],
    ['100/4', 25],
    ['2*3+4', 10],
    ['5*-2', -10],
    ['0,1+0,2', 0.3],
  ])('works out %s', (text, value) => {
    expect(parseNumber(text, 'nl')).toBe(value);
  });

  it.each(['', 'abc', '1.2.3', '1.23,4', '1,2,3', '5*', '--5', '1/0'])('refuses "%s"', (text) => {
    expect(parseNumber(text, 'nl')).toBeNull();
  });
});

describe('numbers as people read them', () => {
  it('formats by language and kind', () => {
    expect(formatNumber(1234.5, 'amount', 'nl')).toBe('1.234,50');
    expect(formatNumber(1234.5, 'amount', 'en')).toBe('1,234.50');
    expect(formatNumber(12.123456, 'quantity', 'nl')).toBe('12,12346');
    expect(formatNumber(0.12345, 'price', 'nl')).toBe('0,12345');
    expect(formatNumber(20260, 'integer', 'nl')).toBe('20260');
  });

  it('shows no minus before zero', () => {
    expect(formatNumber(-0, 'amount', 'nl')).toBe('0,00');
  });

  it('offers a number for editing without group marks', () => {
    expect(editNumber(1234.5, 'nl')).toBe('1234,5');
    expect(editNumber(1234567, 'en')).toBe('1234567');
  });
});
