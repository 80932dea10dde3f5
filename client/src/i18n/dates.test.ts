import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, parseDate } from './dates';

const SATURDAY = new Date(2026, 10, 21);

describe('dates as clerks type them', () => {
  it.each([
    ['t', '2026-11-21'],
    ['v', '2026-11-21'],
    ['3', '2026-11-03'],
    ['0312', '2026-12-03'],
    ['312', '2026-12-03'],
    ['031227', '2027-12-03'],
    ['03122027', '2027-12-03'],
    ['3-12', '2026-12-03'],
    ['3/12/27', '2027-12-03'],
    ['3.12.1999', '1999-12-03'],
    ['2026-12-03', '2026-12-03'],
    ['+7', '2026-11-28'],
    ['-1', '2026-11-20'],
    ['ma', '2026-11-16'],
    ['zondag', '2026-11-22'],
    ['29022028', '2028-02-29'],
  ])('reads %s', (text, iso) => {
    expect(parseDate(text, SATURDAY, 'nl')).toBe(iso);
  });

  it('takes no text as no date', () => {
    expect(parseDate('  ', SATURDAY, 'nl')).toBe('0001-01-01');
  });

  it.each(['31-02', '0', '32', '29022027', '1-2-3-4', 'morgen', '12345'])('refuses %s', (text) => {
    expect(parseDate(text, SATURDAY, 'nl')).toBeNull();
  });

  it('knows the weekdays of the language', () => {
    expect(parseDate('we', SATURDAY, 'en')).toBe('2026-11-18');
    expect(parseDate('wo', SATURDAY, 'nl')).toBe('2026-11-18');
  });
});

describe('dates as people read them', () => {
  it('puts the day first in both languages', () => {
    expect(formatDate('2026-12-03', 'nl')).toBe('03-12-2026');
    expect(formatDate('2026-12-03', 'en')).toBe('03/12/2026');
  });

  it('shows nothing for the empty date', () => {
    expect(formatDate('0001-01-01', 'nl')).toBe('');
    expect(formatDateTime('0001-01-01T00:00:00Z', 'nl')).toBe('');
  });
});
