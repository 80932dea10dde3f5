import type { Row } from '../pages/model';
import { isBlank } from '../pages/rules';

/** An open entry that the user means to settle with; null takes as much of it as possible. */
export interface Mark {
  amount: number | null;
  /** The answers for this entry alone; else those above the entries count (DSC-40). */
  acceptTolerance?: string;
  acceptLateDiscount?: string;
}

/** Marked entries by id, in the order in which they were marked. */
export type Marks = ReadonlyMap<string, Mark>;

/** What the user fills in above the entries. */
export interface Terms {
  postingDate?: string;
  documentNumber?: string;
  appliesToId?: string;
  acceptTolerance?: string;
  acceptLateDiscount?: string;
}

/** What an application comes to for one entry, as the preview says it. */
export interface Applied {
  id: string;
  appliedAmount: number;
  discountAmount: number;
  toleranceAmount: number;
  roundingAmount: number;
  remainingAmount: number;
}

const CENTS = 100;

/** The mark that entries get: typed, or the number of the document they are applied to. */
export function markOf(entry: Row, terms: Terms): string {
  return (terms.appliesToId || String(entry.appliesToId || entry.documentNumber || '')).trim();
}

/** An entry that waits for another application is not to be had (APP-06). */
export function isTaken(entry: Row, candidate: Row, terms: Terms): boolean {
  return !isBlank(candidate.appliesToId) && candidate.appliesToId !== markOf(entry, terms);
}

/** What was marked before, and is still there. */
export function startMarks(entry: Row, candidates: Row[]): Marks {
  const marked = candidates.filter(
    (one) => !isBlank(one.appliesToId) && !isTaken(entry, one, {}),
  );
  return new Map(marked.map((one) => [String(one.id), { amount: amountOf(one) }]));
}

function amountOf(candidate: Row): number | null {
  const amount = Number(candidate.amountToApply ?? 0);
  return amount === 0 || amount === candidate.proposedAmount ? null : amount;
}

export function withMark(marks: Marks, id: string, mark: Mark | null): Marks {
  const next = new Map(marks);
  if (mark) next.set(id, mark);
  else next.delete(id);
  return next;
}

/** Marks on what is still as it was when it was marked; somebody else may have been first. */
export function keptMarks(marks: Marks, before: Row[], now: Row[]): Marks {
  const left = new Map(now.map((one) => [one.id, one.remainingAmount]));
  const same = before.filter((one) => left.get(one.id) === one.remainingAmount);
  const ids = new Set(same.map((one) => String(one.id)));
  return new Map([...marks].filter(([id]) => ids.has(id)));
}

/** An amount that is more than is left, or of the other sign, cannot be applied. */
export function fits(candidate: Row, amount: number): boolean {
  const left = Number(candidate.remainingAmount);
  return amount * left > 0 && Math.abs(amount) <= Math.abs(left);
}

/**
 * Marks what falls due first until nothing is left of the entry. Entries in another currency are
 * passed over: only the server knows the rate.
 */
export function oldestFirst(entry: Row, candidates: Row[], terms: Terms): Marks {
  let left = Math.round(Math.abs(Number(entry.remainingAmount)) * CENTS);
  const marks = new Map<string, Mark>();
  for (const one of candidates) {
    if (left <= 0) break;
    if (one.reduces !== true || one.currencyCode !== entry.currencyCode) continue;
    if (isTaken(entry, one, terms)) continue;
    marks.set(String(one.id), { amount: null });
    left -= Math.round(Math.abs(Number(one.proposedAmount)) * CENTS);
  }
  return marks;
}

/** What the API is asked: the marked entries as the user saw them (APP-35). */
export function bodyOf(entry: Row, candidates: Row[], marks: Marks, terms: Terms): Row {
  const entries = candidates.flatMap((one) => {
    const mark = marks.get(String(one.id));
    if (!mark) return [];
    const amount = mark.amount === null ? {} : { amountToApply: mark.amount };
    return [
      {
        id: one.id,
        remainingAmount: one.remainingAmount,
        ...amount,
        ...accepted('acceptTolerance', mark.acceptTolerance),
        ...accepted('acceptLateDiscount', mark.acceptLateDiscount),
      },
    ];
  });
  return {
    entries,
    remainingAmount: entry.remainingAmount,
    appliesToId: markOf(entry, terms),
    ...(isBlank(terms.postingDate) ? {} : { postingDate: terms.postingDate }),
    ...(isBlank(terms.documentNumber) ? {} : { documentNumber: terms.documentNumber }),
    ...accepted('acceptTolerance', terms.acceptTolerance),
    ...accepted('acceptLateDiscount', terms.acceptLateDiscount),
  };
}

// Not said is what the company decides.
function accepted(name: string, answer: string | undefined): Row {
  return answer === 'true' || answer === 'false' ? { [name]: answer === 'true' } : {};
}

/** The entries of a preview or of an application, by id. */
export function appliedOf(answer: Row | null): Map<string, Applied> {
  const whole = (answer?.application ?? answer) as { entries?: Applied[] } | null;
  return new Map((whole?.entries ?? []).map((one) => [one.id, one]));
}

/** The entry before anything is applied to it. */
export function untouched(entry: Row): Applied {
  return {
    id: String(entry.id ?? ''),
    appliedAmount: 0,
    discountAmount: 0,
    toleranceAmount: 0,
    roundingAmount: 0,
    remainingAmount: Number(entry.remainingAmount ?? 0),
  };
}

/** Changes that leave the marks on the entries, for somebody else to go on with (APP-06). */
export function markChanges(
  entry: Row,
  candidates: Row[],
  marks: Marks,
  terms: Terms,
): { row: Row; values: Row }[] {
  const own = markOf(entry, terms);
  return candidates.flatMap((one) => {
    const mark = marks.get(String(one.id));
    if (mark) {
      const amountToApply = mark.amount ?? one.proposedAmount;
      return [{ row: one, values: { appliesToId: own, amountToApply } }];
    }
    return one.appliesToId === own ? [{ row: one, values: { appliesToId: '' } }] : [];
  });
}
