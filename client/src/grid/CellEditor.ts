import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import type { CompanyApi } from '../api/odata';
import { isNumeric } from '../i18n/numbers';
import { editText, parseValue } from '../i18n/values';
import { type AttachedList, attachList } from '../lookups/attachList';
import { findOptions, type Option } from '../lookups/lookupRows';
import type { Texts } from '../i18n/texts';
import type { Field } from '../pages/model';
import { lookupFor } from '../pages/rules';
import type { LineRow, Typed } from '../record/editableRows';

/** What the cells of one grid share. */
export interface CellEditing {
  api: CompanyApi;
  texts: Texts;
  columns: Field[];
  preview: (key: string, field: string, value: unknown) => void;
  endPreview: (key: string) => void;
  refuse: (key: string, field: Field, refusal: { text: string; message: string }) => void;
  /** The value of the same column one line up, for F8. */
  above: (key: string, field: Field) => unknown;
}

export type CellEditorParams = ICellEditorParams<LineRow> & { field: Field; editing: CellEditing };

/** Typing in a cell: figures, dates, texts, and lists that follow what is typed. */
export class CellEditor implements ICellEditorComp<LineRow> {
  private params!: CellEditorParams;
  private input!: HTMLInputElement;
  private list: AttachedList | undefined;
  private picked: Option | undefined;
  private start = '';
  private refused = false;

  init(params: CellEditorParams): void {
    this.params = params;
    const { field } = params;
    this.input = document.createElement('input');
    this.input.className = isNumeric(field.kind) ? 'cell-input figure' : 'cell-input';
    this.input.setAttribute('aria-label', field.caption);
    if (isNumeric(field.kind)) this.input.inputMode = 'decimal';
    this.start = this.textOf(params.data.refused[field.name]?.text ?? params.value);
    const typed = params.eventKey && params.eventKey.length === 1 ? params.eventKey : null;
    const isErased = params.eventKey === 'Backspace' || params.eventKey === 'Delete';
    this.input.value = typed ?? (isErased ? '' : this.start);
    this.input.addEventListener('input', this.onInput);
    this.input.addEventListener('keydown', this.onKeyDown);
    this.attach();
  }

  getGui(): HTMLElement {
    return this.input;
  }

  afterGuiAttached(): void {
    this.input.focus();
    if (this.input.value === this.start) this.input.select();
    if (this.params.eventKey?.length === 1) this.input.dispatchEvent(new Event('input'));
    if (this.params.eventKey === 'F4') this.list?.openAll();
  }

  /** Nothing typed, or nothing that can be read: the cell keeps its value. */
  isCancelAfterEnd(): boolean {
    const unchanged = this.input.value === this.start && !this.picked;
    return unchanged || this.read() === null;
  }

  getValue(): Typed | unknown {
    return this.read() ?? this.params.value;
  }

  destroy(): void {
    this.list?.detach();
    this.params.editing.endPreview(this.params.data.key);
  }

  private read(): Typed | null {
    const { field, editing, data } = this.params;
    const text = this.input.value;
    if (this.picked && this.picked.display === text) {
      return { field, value: this.picked.value, text, picked: true };
    }
    const parsed = parseValue(field, text, editing.api.language, new Date());
    if (parsed.ok) return { field, value: parsed.value, text, picked: field.kind === 'choice' };
    if (!this.refused) editing.refuse(data.key, field, { text, message: parsed.message });
    this.refused = true;
    return null;
  }

  private attach(): void {
    const { field, editing, data } = this.params;
    const lookup = lookupFor(field, data.values);
    const isChoice = field.kind === 'choice' || field.kind === 'boolean';
    if (!lookup && !isChoice) return;
    this.list = attachList(this.input, {
      label: field.caption,
      nothing: editing.texts.nothingFound,
      find: (typed, signal) =>
        lookup
          ? findOptions(editing.api, lookup, typed, data.values, signal)
          : Promise.resolve(choicesOf(field, typed, editing.texts)),
      onPick: (option) => {
        this.picked = option;
      },
    });
  }

  private onInput = () => {
    const { field, editing, data } = this.params;
    this.picked = undefined;
    if (!isNumeric(field.kind)) return;
    const parsed = parseValue(field, this.input.value, editing.api.language, new Date());
    if (parsed.ok) editing.preview(data.key, field.name, parsed.value);
  };

  private onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F8') return;
    event.preventDefault();
    event.stopPropagation();
    const { field, editing, data } = this.params;
    this.input.value = this.textOf(editing.above(data.key, field));
    this.onInput();
  };

  private textOf(value: unknown): string {
    return editText(this.params.field, value, this.params.editing.api.language);
  }
}

/** The members of an enumeration as a list. */
export function choicesOf(field: Field, typed: string, texts: Texts): Option[] {
  const low = typed.trim().toLowerCase();
  const choices =
    field.kind === 'boolean'
      ? [
          { value: 'true', caption: texts.yes },
          { value: 'false', caption: texts.no },
        ]
      : field.choices.filter((one) => one.caption !== '');
  return choices
    .filter((one) => low === '' || one.caption.toLowerCase().startsWith(low))
    .map((one) => ({
      value: field.kind === 'boolean' ? one.value === 'true' : one.value,
      display: one.caption,
      text: '',
    }));
}

export function isTyped(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && 'picked' in value;
}
