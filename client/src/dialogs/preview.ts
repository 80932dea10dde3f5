import type { PageSet, Field, Row } from '../pages/model';
import { isBlank, listOfSet } from '../pages/rules';

/** The ledgers of a posting preview, each with the columns of its own page. */
export interface PreviewLedger {
  set: string;
  caption: string;
  columns: Field[];
  rows: Row[];
}

/** Ledgers that have entries, in the order of the answer; unknown ones are left to the API. */
export function ledgersOf(preview: Row, pages: PageSet): PreviewLedger[] {
  return Object.entries(preview).flatMap(([set, rows]) => {
    const page = listOfSet(pages, set);
    if (!page || !Array.isArray(rows) || rows.length === 0) return [];
    // Numbers are given when it is posted; a column that nothing fills says nothing.
    const columns = page.columns.filter(
      (column) =>
        column.name !== 'entryNumber' &&
        rows.some((row: Row) => !isBlank(row[column.name]) && row[column.name] !== false),
    );
    return [{ set, caption: page.caption, columns, rows: rows as Row[] }];
  });
}

/** What to know about it, though it is not stopped: the bank has counted this payment. */
export function findingsOf(preview: Row): string[] {
  const application = preview.application as { findings?: { message: string }[] } | undefined;
  return (application?.findings ?? []).map((finding) => finding.message);
}

export interface PreviewTotals {
  debit: number;
  credit: number;
}

export function totalsOf(preview: Row): PreviewTotals | null {
  const totals = preview.totals as Row | undefined;
  if (!totals) return null;
  return { debit: Number(totals.debitAmount ?? 0), credit: Number(totals.creditAmount ?? 0) };
}
