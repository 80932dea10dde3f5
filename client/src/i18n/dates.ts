import { type Language, localeOf } from './language';

export const EMPTY_DATE = '0001-01-01';

const TODAY: Record<Language, string[]> = { nl: ['v', 't', 'vandaag'], en: ['t', 'today'] };
const WEEKDAYS: Record<Language, string[]> = {
  nl: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
  en: ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'],
};

/** A day as `yyyy-mm-dd`. */
export function isoOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function formatDate(iso: string, language: Language): string {
  if (!iso || iso.startsWith('0001-01-01')) return '';
  const [year, month, day] = iso.slice(0, 10).split('-');
  return language === 'nl' ? `${day}-${month}-${year}` : `${day}/${month}/${year}`;
}

export function formatDateTime(iso: string, language: Language): string {
  if (!iso || iso.startsWith('0001-01-01')) return '';
  return new Date(iso).toLocaleString(localeOf(language), {
    dateStyle: 'short',
    timeStyle: 'short',
  });
}

/**
 * Reads a date as clerks type it: `t` or `v` is today, `+7` a week from now, `ma` the Monday of
 * this week, `3` the third of this month, `0312` the third of December, `031226`, `03122026`,
 * `3-12`, `3/12/26`, `2026-12-03`. The empty text is the empty date; null is not a date.
 */
export function parseDate(text: string, today: Date, language: Language): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === '') return EMPTY_DATE;
  if (TODAY[language].includes(typed)) return isoOf(today);
  if (/^[+-]\d{1,4}$/.test(typed)) return isoOf(plusDays(today, Number(typed)));
  const weekday = WEEKDAYS[language].indexOf(typed.slice(0, 2));
  if (weekday >= 0 && /^[a-z]+$/.test(typed))
    return isoOf(plusDays(monday(today), (weekday + 6) % 7));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^\d+$/.test(typed) ? pairs(typed) : typed.split(/[-/. ]+/);
  return parts && fromParts(parts, today);
}

function fromParts(parts: string[], today: Date): string | null {
  if (parts.length > 3 || !parts.every((part) => /^\d+$/.test(part))) return null;
  const [date, month, year] = parts.map(Number);
  return day(
    year === undefined ? today.getFullYear() : fullYear(year),
    month ?? today.getMonth() + 1,
    date!,
  );
}

/** Digits without marks: day, day and month, or both with a year. */
function pairs(digits: string): string[] | null {
  switch (digits.length) {
    case 1:
    case 2:
      return [digits];
    case 3:
      return [digits.slice(0, 1), digits.slice(1)];
    case 4:
      return [digits.slice(0, 2), digits.slice(2)];
    case 6:
    case 8:
      return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
    default:
      return null;
  }
}

function fullYear(year: number): number {
  if (year > 99) return year;
  return year < 80 ? 2000 + year : 1900 + year;
}

function day(year: number, month: number, date: number): string | null {
  const made = new Date(year, month - 1, date);
  const exists =
    made.getFullYear() === year && made.getMonth() === month - 1 && made.getDate() === date;
  return exists && year >= 1900 && year <= 9999 ? isoOf(made) : null;
}

function plusDays(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

function monday(date: Date): Date {
  return plusDays(date, -((date.getDay() + 6) % 7));
}
