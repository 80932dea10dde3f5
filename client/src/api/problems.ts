import { textsOf } from '../i18n/texts';
import type { Language } from '../i18n/language';

/** Where something is mended: a record of an entity set. */
export interface ProblemLink {
  entity: string;
  number?: string;
  id?: string;
}

/** One thing to be mended, as the server says it (D11). */
export interface Problem {
  code: string;
  message: string;
  /** Header field: `postingDate`; field of a line: `salesOrderLines(id)/quantity`. */
  target?: string;
  link?: ProblemLink;
  /** Nothing was stopped by it; the user should know. */
  isRemark?: boolean;
  /** Correlation id, for the person who runs the server. */
  reference?: string;
}

/** The field that a target names, and the line that it is on. */
export interface Target {
  field: string;
  lineId?: string;
}

export class ApiFailure extends Error {
  readonly status: number;
  readonly problems: Problem[];

  constructor(status: number, problems: Problem[]) {
    super(problems[0]?.message ?? `HTTP ${status}`);
    this.status = status;
    this.problems = problems;
  }

  get isStale(): boolean {
    return this.status === 409 && this.problems.some((one) => one.code === 'Request_EntityChanged');
  }
}

/** Any failure as problems, so that the panel can show it. */
export function problemsOf(error: unknown, language: Language): Problem[] {
  if (error instanceof ApiFailure) return error.problems;
  if (error instanceof TypeError) return [{ code: 'offline', message: textsOf(language).offline }];
  return [{ code: 'client', message: error instanceof Error ? error.message : String(error) }];
}

/** The error body of the API: the details when there are any, else the error itself. */
export function problemsFromBody(status: number, body: unknown, language: Language): Problem[] {
  const error = asObject(asObject(body)?.error);
  if (!error) return [{ code: `http${status}`, message: textsOf(language).serverError }];
  const details = Array.isArray(error.details) ? error.details : [];
  const listed = details
    .map(asObject)
    .filter((one) => typeof one?.message === 'string' && one.message !== '');
  const whole = problemOf(error);
  if (listed.length === 0) return [whole];
  return listed.map((one) => ({
    ...problemOf(one!),
    ...(whole.reference ? { reference: whole.reference } : {}),
  }));
}

export function targetOf(problem: Problem): Target | null {
  if (!problem.target || problem.target.startsWith('@')) return null;
  const line = /\(([^)]+)\)(?:\/(\w+))?$/.exec(problem.target);
  if (line) return { field: line[2] ?? '', lineId: line[1]! };
  return { field: problem.target.split('/').at(-1)! };
}

/** The message with a field as the page calls it, where the API says its name. */
export function messageOf(problem: Problem, captions: ReadonlyMap<string, string>): string {
  const field = targetOf(problem)?.field;
  const caption = field && captions.get(field);
  return caption ? problem.message.replace(new RegExp(`\\b${field}\\b`), caption) : problem.message;
}

function problemOf(source: Record<string, unknown>): Problem {
  const [message = '', reference] = String(source.message ?? '').split(/\s*CorrelationId:\s*/);
  const link = asObject(source.link);
  return {
    code: String(source.code ?? 'Unknown'),
    message: message.trim(),
    ...(source.target ? { target: String(source.target) } : {}),
    ...(reference ? { reference: reference.replace(/\.$/, '') } : {}),
    ...(link?.entity ? { link: link as unknown as ProblemLink } : {}),
  };
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}
