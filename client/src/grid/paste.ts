import type { Language } from '../i18n/language';
import { parseValue } from '../i18n/values';
import type { Field } from '../pages/model';
import type { Typed } from '../record/editableRows';

/** Rows that one paste may bring: a document is not a data import. */
export const PASTE_ROWS_MAX = 1000;

/** The cells of a piece of a spreadsheet, as the clipboard holds them. */
export function cellsOf(clip: string): string[][] {
  const rows = clip.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return rows.slice(0, PASTE_ROWS_MAX).map((row) => row.split('\t').map(unquote));
}

function unquote(cell: string): string {
  const quoted = /^"([\s\S]*)"$/.exec(cell.trim());
  return quoted ? quoted[1]!.replaceAll('""', '"') : cell.trim();
}

export interface PastedRow {
  cells: Typed[];
  refused: { field: Field; text: string; message: string }[];
}

/** Pasted cells on the columns from the given one; what cannot be read is told, not dropped. */
export function pastedRows(
  clip: string,
  columns: Field[],
  language: Language,
  today: Date,
): PastedRow[] {
  return cellsOf(clip).map((texts) => {
    const row: PastedRow = { cells: [], refused: [] };
    texts.forEach((text, at) => {
      const field = columns[at];
      if (!field || text === '' || field.readOnly) return;
      const parsed = parseValue(field, text, language, today);
      if (parsed.ok) row.cells.push({ field, value: parsed.value, text, picked: false });
      else row.refused.push({ field, text, message: parsed.message });
    });
    return row;
  });
}
