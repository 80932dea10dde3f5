import type { ChangeQueue } from '../api/queue';
import type { CompanyApi } from '../api/odata';
import { ApiFailure, type Problem, problemsOf } from '../api/problems';
import { resolveTyped } from '../lookups/lookupRows';
import { textsOf } from '../i18n/texts';
import type { Field, Lines, Question, Row, Source } from '../pages/model';
import { estimateOf, isBlank, lookupFor } from '../pages/rules';

/** A value that the server or the parser refused, kept in sight until it is mended. */
export interface Refused {
  text: string;
  message: string;
}

/** One row of an editable grid. Its key stays, whatever the server calls it. */
export interface LineRow {
  key: string;
  values: Row;
  isSaving: boolean;
  isNew: boolean;
  /** Typed, but not answered yet: stays on top of what the server says. */
  pending: Row;
  refused: Record<string, Refused>;
  /** What it is made with besides what is typed: defaults, or the row it is a copy of. */
  start: Row;
  /** Amount worked out here, until the server has answered. */
  estimate: number | null;
}

/** What was typed into one cell; `picked` when it was chosen from a list. */
export interface Typed {
  field: Field;
  value: unknown;
  text: string;
  picked: boolean;
}

export interface LinesPlan {
  source: Source;
  columns: Field[];
  parent?: { property: string; id: string };
  defaults: Row;
  estimate?: Lines['estimate'];
  /** Property that lines below a parent are in the order of. */
  order?: string;
  /** A change of one row tells on others: all are read again after it. */
  rereads?: boolean;
}

const SEQUENCE_STEP = 10000;

/**
 * The rows of an editable grid: shows what was typed at once, saves one change after the other,
 * and takes the server's word for everything else.
 */
export class EditableRows {
  rows: LineRow[] = [];
  private keys = 0;
  private readonly listeners = new Set<() => void>();
  private readonly api: CompanyApi;
  private readonly plan: LinesPlan;
  private readonly queue: ChangeQueue;
  private readonly onSaved: () => void;
  private readonly onProblems: (problems: Problem[]) => void;
  private readonly ask: ((question: Question) => Promise<boolean>) | undefined;

  constructor(
    api: CompanyApi,
    plan: LinesPlan,
    queue: ChangeQueue,
    events: {
      onSaved: () => void;
      onProblems: (problems: Problem[]) => void;
      /** Puts the question of a column before its change is saved. */
      ask?: (question: Question) => Promise<boolean>;
    },
  ) {
    this.api = api;
    this.plan = plan;
    this.queue = queue;
    this.onSaved = events.onSaved;
    this.onProblems = events.onProblems;
    this.ask = events.ask;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async load(): Promise<void> {
    const { parent, source } = this.plan;
    const filter = parent && `${parent.property} eq ${parent.id}`;
    const orderBy = parent ? this.order : source.orderBy;
    const rows = await this.api.all({ ...source, ...(orderBy ? { orderBy } : {}) }, { filter });
    const known = new Map(this.rows.map((row) => [row.values.id, row.key]));
    const unsaved = this.rows.filter(
      (row) => row.isNew && (row.isSaving || this.waiting.has(row.key)),
    );
    // Somebody may be typing in the empty row: it stays the same one.
    const last = this.rows.at(-1);
    const isEmpty = last && last.isNew && !unsaved.includes(last) && this.isUntouched(last);
    this.rows = [
      ...rows.map((values) => this.reread(values, known.get(values.id))),
      ...unsaved,
      isEmpty ? last : this.blank(),
    ];
    this.changed();
  }

  /** The sum of a column, with estimates where the server has not answered yet. */
  sum(name: string): number {
    const total = this.rows.reduce((sum, row) => {
      const isEstimate = row.estimate !== null && this.plan.estimate?.amount === name;
      return sum + Number(isEstimate ? row.estimate : (row.values[name] ?? 0));
    }, 0);
    return Math.round(total * 100) / 100;
  }

  /** True for the column whose value is worked out here while typing. */
  estimates(name: string): boolean {
    return this.plan.estimate?.amount === name;
  }

  /** Rows as the server has them, when nothing is on its way to it. */
  get settledValues(): Row[] | null {
    const typed = this.rows.some((row) => row.isSaving);
    return typed ? null : this.rows.filter((row) => !row.isNew).map((row) => row.values);
  }

  get isEstimated(): boolean {
    return this.rows.some((row) => row.estimate !== null);
  }

  /** While typing: the amount follows, nothing is saved. */
  preview(key: string, name: string, value: unknown): void {
    const row = this.find(key);
    if (!row || !this.plan.estimate) return;
    const estimate = estimateOf(this.plan.estimate, { ...row.values, [name]: value });
    this.replace(key, { estimate });
  }

  endPreview(key: string): void {
    const row = this.find(key);
    if (row && row.estimate !== null && !row.isSaving) this.replace(key, { estimate: null });
  }

  edit(key: string, typed: Typed): void {
    this.editMany(key, [typed]);
  }

  /** Several cells of one row at once, as a paste does: one request. */
  editMany(key: string, cells: Typed[]): void {
    const row = this.find(key);
    if (!row) return;
    const values = { ...row.values };
    const pending = { ...row.pending };
    const refused = { ...row.refused };
    for (const { field, value } of cells) {
      values[field.name] = value;
      pending[field.name] = value;
      delete refused[field.name];
    }
    const { estimate } = this.plan;
    const touched = estimate && cells.some((cell) => isPart(estimate, cell.field.name));
    this.replace(key, {
      values,
      pending,
      refused,
      isSaving: true,
      ...(touched ? { estimate: estimateOf(estimate, values) } : {}),
    });
    this.ensureBlank();
    void this.queue.run(() => this.save(key, cells));
  }

  refuse(key: string, field: Field, refusal: Refused): void {
    const row = this.find(key);
    if (row) this.replace(key, { refused: { ...row.refused, [field.name]: refusal } });
  }

  /** A new line above the given one. */
  insertBefore(key: string): string {
    const at = this.rows.findIndex((row) => row.key === key);
    const made = this.blank();
    const sequence = this.sequenceBefore(at);
    if (sequence !== null) made.values[this.order] = sequence;
    this.rows = [...this.rows.slice(0, at), made, ...this.rows.slice(at)];
    this.changed();
    return made.key;
  }

  /** The last, empty row gets what another one says; it is made once its key differs. */
  copy(key: string): void {
    const from = this.find(key);
    const blank = this.rows.at(-1);
    if (!from || from.isNew || !blank || !blank.isNew || blank.isSaving) return;
    const copied = this.plan.columns
      .filter((column) => !column.readOnly && column.name !== 'sequence')
      .filter((column) => !isBlank(from.values[column.name]))
      .map((column) => [column.name, from.values[column.name]] as const);
    const start = { ...this.plan.defaults, ...Object.fromEntries(copied) };
    this.replace(blank.key, { start, values: { ...start } });
  }

  remove(key: string): void {
    const row = this.find(key);
    if (!row) return;
    const at = this.rows.indexOf(row);
    this.rows = this.rows.filter((one) => one.key !== key);
    this.ensureBlank();
    this.changed();
    void this.queue.run(async () => {
      const saved = row.values.id ? row.values : this.saved.get(key);
      if (!saved) return;
      try {
        await this.api.remove(this.plan.source, saved);
        this.onSaved();
      } catch (error) {
        this.rows = [...this.rows.slice(0, at), row, ...this.rows.slice(at)];
        this.changed();
        this.onProblems(problemsOf(error, this.api.language));
      }
    });
  }

  /** Ids that rows got while they were on their way out of the grid. */
  private readonly saved = new Map<string, Row>();

  /** What was typed into new rows that cannot be made yet. */
  private readonly waiting = new Map<string, Typed[]>();

  private async save(key: string, typed: Typed[]): Promise<void> {
    const row = this.find(key);
    if (!row) return;
    const isFirst = row.isNew && !this.saved.has(key);
    const cells = lastOfEach([...(this.waiting.get(key) ?? []), ...typed]);
    const wanted = await this.resolve(key, cells);
    if (Object.keys(wanted).length === 0) {
      this.settle(key, cells, this.saved.get(key) ?? { ...row.start });
      return;
    }
    if (isFirst && !this.isComplete(row, wanted)) {
      this.waiting.set(key, cells);
      this.replace(key, { isSaving: false });
      return;
    }
    try {
      const confirm = await this.confirmOf(cells);
      const answer = isFirst
        ? await this.api.create(this.plan.source, this.newValues(row, wanted), confirm)
        : await this.api.change(
            this.plan.source,
            this.saved.get(key) ?? row.values,
            wanted,
            confirm,
          );
      this.waiting.delete(key);
      this.saved.set(key, answer);
      this.settle(key, cells, answer);
      this.replace(key, { isNew: false });
      this.onSaved();
      if (this.plan.rereads) await this.load();
    } catch (error) {
      // A row of a table stands or falls as a whole: the others go along with the mended cell.
      if (isFirst && this.plan.columns.some((column) => column.mandatory))
        this.waiting.set(key, cells);
      await this.failed(key, cells, error);
    }
  }

  private async confirmOf(cells: Typed[]): Promise<string | undefined> {
    const question = cells.find((cell) => cell.field.ask)?.field.ask;
    if (!question || !this.ask) return undefined;
    return (await this.ask(question)) ? question.confirm : undefined;
  }

  /** A row of a table is made when its mandatory columns are known. */
  private isComplete(row: LineRow, wanted: Row): boolean {
    const known = { ...row.start, ...wanted };
    return this.plan.columns.every((column) => !column.mandatory || !isBlank(known[column.name]));
  }

  /** The server's word for the cells that were answered; later ones stay as typed. */
  private settle(key: string, cells: Typed[], answer: Row): void {
    const row = this.find(key);
    if (!row) return;
    const pending = { ...row.pending };
    for (const { field, value } of cells) {
      if (pending[field.name] === value) delete pending[field.name];
    }
    const isSaving = Object.keys(pending).length > 0;
    this.replace(key, {
      values: { ...answer, ...pending },
      pending,
      isSaving,
      estimate: isSaving ? row.estimate : null,
    });
  }

  private newValues(row: LineRow, wanted: Row): Row {
    const { parent, defaults } = this.plan;
    const { start } = row;
    const hasObject = 'lineObjectNumber' in wanted || !isBlank(row.values.lineObjectNumber);
    const isText = 'description' in wanted && !hasObject && 'lineType' in defaults;
    const sequence = row.values[this.order];
    return {
      ...(parent ? { [parent.property]: parent.id } : {}),
      ...(sequence === undefined ? {} : { [this.order]: sequence }),
      ...start,
      ...(isText ? { lineType: 'Comment' } : {}),
      ...wanted,
    };
  }

  /** What was typed but not chosen from a list is looked up; what is not found is refused. */
  private async resolve(key: string, cells: Typed[]): Promise<Row> {
    const wanted: Row = {};
    for (const cell of cells) {
      const row = this.find(key)?.values ?? {};
      const lookup = cell.picked ? undefined : lookupFor(cell.field, { ...row, ...wanted });
      if (!lookup || isBlank(cell.value)) {
        wanted[cell.field.name] = cell.value;
        continue;
      }
      const result = await resolveTyped(this.api, lookup, cell.text, row);
      if (result.found === 'one') {
        wanted[cell.field.name] = result.option.value;
        continue;
      }
      const texts = textsOf(this.api.language);
      const message =
        result.found === 'none' ? texts.notFoundValue(cell.text) : texts.ambiguous(cell.text);
      this.refuse(key, cell.field, { text: cell.text, message });
    }
    return wanted;
  }

  private async failed(key: string, cells: Typed[], error: unknown): Promise<void> {
    const problems = problemsOf(error, this.api.language);
    const row = this.find(key);
    if (!row) return;
    const server = this.saved.get(key) ?? { ...row.start };
    const refused = { ...row.refused };
    for (const { field, text } of cells) {
      refused[field.name] = { text, message: problems[0]?.message ?? '' };
    }
    this.settle(key, cells, server);
    this.replace(key, { refused });
    this.onProblems(problems);
    if (error instanceof ApiFailure && error.isStale) await this.load();
  }

  /** What waits for its turn to be saved stays on top of what the server says by now. */
  private reread(values: Row, key: string | undefined): LineRow {
    const made = this.rowOf(values, key ?? this.nextKey());
    const before = this.plan.rereads && key ? this.find(key) : undefined;
    if (!before?.isSaving) return made;
    const { pending } = before;
    return { ...made, values: { ...values, ...pending }, pending, isSaving: true };
  }

  private isUntouched(row: LineRow): boolean {
    return (
      Object.keys(row.pending).length === 0 &&
      Object.keys(row.refused).length === 0 &&
      row.start === this.plan.defaults
    );
  }

  private rowOf(values: Row, key: string): LineRow {
    this.saved.set(key, values);
    return {
      key,
      values,
      isSaving: false,
      isNew: false,
      pending: {},
      refused: {},
      start: this.plan.defaults,
      estimate: null,
    };
  }

  private blank(): LineRow {
    return {
      key: this.nextKey(),
      values: { ...this.plan.defaults },
      isSaving: false,
      isNew: true,
      pending: {},
      refused: {},
      start: this.plan.defaults,
      estimate: null,
    };
  }

  /** The last row is always an empty one: moving past the end begins a new line. */
  private ensureBlank(): void {
    const last = this.rows.at(-1);
    if (!last || !last.isNew || last.isSaving || Object.keys(last.refused).length > 0) {
      this.rows = [...this.rows, this.blank()];
      this.changed();
    }
  }

  private sequenceBefore(at: number): number | null {
    if (!this.plan.parent) return null;
    const next = Number(this.rows[at]?.values[this.order] ?? 0);
    if (next === 0) return null;
    const previous = Number(this.rows[at - 1]?.values[this.order] ?? 0);
    const middle = Math.floor((previous + Math.min(next, previous + 2 * SEQUENCE_STEP)) / 2);
    return middle > previous ? middle : null;
  }

  private get order(): string {
    return this.plan.order ?? 'sequence';
  }

  find(key: string): LineRow | undefined {
    return this.rows.find((row) => row.key === key);
  }

  private replace(key: string, change: Partial<LineRow>): void {
    this.rows = this.rows.map((row) => (row.key === key ? { ...row, ...change } : row));
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }

  private nextKey(): string {
    this.keys += 1;
    return `row-${this.keys}`;
  }
}

/** What was typed last into each cell. */
function lastOfEach(cells: Typed[]): Typed[] {
  return [...new Map(cells.map((cell) => [cell.field.name, cell])).values()];
}

function isPart(estimate: NonNullable<Lines['estimate']>, name: string): boolean {
  return [estimate.quantity, estimate.price, estimate.discount].includes(name);
}
