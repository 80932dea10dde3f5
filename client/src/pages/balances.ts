import type { Balance, Row } from './model';

export interface Balances {
  /** Up to and with the line that has the focus. */
  running: number;
  /** Of the document of that line. */
  document: number;
  total: number;
}

/** Sums of what lines leave to be balanced; without a line the last one counts. */
export function balancesOf(balance: Balance, lines: Row[], focused: Row | null): Balances {
  const at = lines.findIndex((line) => line.id !== undefined && line.id === focused?.id);
  const last = at < 0 ? lines.length - 1 : at;
  const documentOf = (line: Row | undefined) =>
    balance.documentBy.map((name) => String(line?.[name] ?? '')).join('\u0000');
  const document = documentOf(lines[last]);
  const sum = (some: Row[]) =>
    Math.round(some.reduce((total, line) => total + Number(line[balance.field] ?? 0), 0) * 100) /
    100;
  return {
    running: sum(lines.slice(0, last + 1)),
    document: sum(lines.filter((line) => documentOf(line) === document)),
    total: sum(lines),
  };
}
