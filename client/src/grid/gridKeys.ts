import type {
  CellPosition,
  GridApi,
  SuppressKeyboardEventParams,
  TabToNextCellParams,
} from 'ag-grid-community';
import type { Field } from '../pages/model';
import type { EditableRows, LineRow } from '../record/editableRows';
import type { PastedRow } from './paste';

interface Parts {
  grid: GridApi<LineRow>;
  rows: EditableRows;
  columns: Field[];
  isEditable: boolean;
  canAdd: boolean;
  /** Hands rows that were just made to the grid at once. */
  flush: () => void;
}

/** The keyboard of an editable grid. */
export class GridKeys {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** True when the key was for us; the grid then leaves it alone. */
  take({ event, editing }: SuppressKeyboardEventParams<LineRow>): boolean {
    if (!this.parts.isEditable) return false;
    const action = this.actionOf(event, editing);
    if (!action) return false;
    event.preventDefault();
    event.stopPropagation();
    action();
    return true;
  }

  /** Tab on an empty new line leaves the grid: nobody is kept in it. */
  tab(params: TabToNextCellParams<LineRow>): CellPosition | boolean {
    const row = this.parts.rows.rows[params.previousCellPosition.rowIndex];
    const isEmpty = !row || (row.isNew && !row.isSaving);
    return isEmpty && !params.backwards ? false : (params.nextCellPosition ?? false);
  }

  focus(lineId?: string, field?: string): void {
    const { grid, rows } = this.parts;
    const found = lineId ? rows.rows.findIndex((row) => row.values.id === lineId) : -1;
    const at = found >= 0 ? found : Math.max(0, grid.getDisplayedRowCount() - 1);
    const column = field && grid.getColumn(field) ? field : this.firstColumn();
    if (column) this.goTo(at, column);
  }

  insert(): void {
    const { rows, canAdd, flush } = this.parts;
    const row = this.focusedRow() ?? rows.rows.at(-1);
    if (!row || !canAdd) return;
    const key = row.isNew ? row.key : rows.insertBefore(row.key);
    flush();
    const column = this.firstColumn();
    if (column)
      this.goTo(
        rows.rows.findIndex((one) => one.key === key),
        column,
      );
  }

  remove(): void {
    const row = this.focusedRow();
    const cell = this.parts.grid.getFocusedCell();
    if (!row || !cell || !this.parts.canAdd || (row.isNew && row === this.parts.rows.rows.at(-1)))
      return;
    this.parts.rows.remove(row.key);
    this.parts.flush();
    this.goTo(Math.min(cell.rowIndex, this.parts.rows.rows.length - 1), cell.column.getColId());
  }

  /** Columns that a paste fills, from the one with the cursor to the right. */
  pasteColumns(): Field[] | null {
    const cell = this.parts.grid.getFocusedCell();
    if (!cell) return null;
    const shown = this.parts.columns;
    const at = shown.findIndex((field) => field.name === cell.column.getColId());
    return at < 0 ? null : shown.slice(at);
  }

  paste(pasted: PastedRow[]): void {
    const { rows, grid, flush } = this.parts;
    const start = grid.getFocusedCell()?.rowIndex ?? 0;
    pasted.forEach((line, offset) => {
      const row = rows.rows[start + offset] ?? rows.rows.at(-1);
      if (!row || (row.isNew && !this.parts.canAdd)) return;
      if (line.cells.length > 0) rows.editMany(row.key, line.cells);
      for (const one of line.refused) {
        rows.refuse(row.key, one.field, { text: one.text, message: one.message });
      }
    });
    flush();
  }

  private actionOf(event: KeyboardEvent, editing: boolean): (() => void) | null {
    const isControl = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !isControl) return () => this.next(event.shiftKey ? -1 : 1);
    if (event.key === 'Tab' && editing) return () => this.next(event.shiftKey ? -1 : 1);
    // The change is given up; the page must not take the key for "back".
    if (event.key === 'Escape' && editing) return () => this.parts.grid.stopEditing(true);
    if (event.key === 'F8' && !editing) return () => this.copyAbove();
    const ticked = event.key === ' ' && !editing ? this.tickable() : null;
    if (ticked) return () => this.tick(ticked);
    if (event.key === 'Insert' && isControl) return () => this.insert();
    if (event.key === 'Delete' && isControl) return () => this.remove();
    if (event.key === 'ArrowDown' && event.altKey && !editing) return () => this.openList();
    return null;
  }

  private next(step: 1 | -1): void {
    const { grid, flush } = this.parts;
    const cell = grid.getFocusedCell();
    grid.stopEditing();
    flush();
    if (!cell) return;
    const columns = this.editableColumns();
    const shown = grid.getAllDisplayedColumns().map((column) => column.getColId());
    const here = shown.indexOf(cell.column.getColId());
    const ahead = columns.filter((id) => Math.sign(shown.indexOf(id) - here) === step);
    const target = step > 0 ? ahead[0] : ahead.at(-1);
    if (target) {
      this.goTo(cell.rowIndex, target);
      return;
    }
    const row = cell.rowIndex + step;
    const first = step > 0 ? this.firstColumn() : columns.at(-1);
    if (first && row >= 0 && row < grid.getDisplayedRowCount()) this.goTo(row, first);
    else this.goTo(cell.rowIndex, cell.column.getColId());
  }

  private copyAbove(): void {
    const { grid, rows, columns } = this.parts;
    const cell = grid.getFocusedCell();
    const field = columns.find((one) => one.name === cell?.column.getColId());
    if (!cell || !field || field.readOnly) return;
    const above = rows.rows[cell.rowIndex - 1];
    const row = rows.rows[cell.rowIndex];
    if (!above || !row) return;
    const value = above.values[field.name];
    rows.edit(row.key, { field, value, text: String(value ?? ''), picked: true });
    this.next(1);
  }

  /** The cell with the cursor, where it says yes or no and may be changed. */
  private tickable(): { row: LineRow; field: Field } | null {
    const field = this.parts.columns.find(
      (one) => one.name === this.parts.grid.getFocusedCell()?.column.getColId(),
    );
    const row = this.focusedRow();
    return row && field?.kind === 'boolean' && !field.readOnly ? { row, field } : null;
  }

  private tick({ row, field }: { row: LineRow; field: Field }): void {
    const value = row.values[field.name] !== true;
    this.parts.rows.edit(row.key, { field, value, text: String(value), picked: true });
  }

  private openList(): void {
    const cell = this.parts.grid.getFocusedCell();
    if (!cell) return;
    this.parts.grid.startEditingCell({ rowIndex: cell.rowIndex, colKey: cell.column, key: 'F4' });
  }

  private goTo(row: number, column: string): void {
    const { grid } = this.parts;
    grid.ensureIndexVisible(row);
    grid.ensureColumnVisible(column);
    grid.setFocusedCell(row, column);
  }

  private focusedRow(): LineRow | undefined {
    const cell = this.parts.grid.getFocusedCell();
    return cell ? this.parts.rows.rows[cell.rowIndex] : undefined;
  }

  private editableColumns(): string[] {
    const open = new Set(this.parts.columns.filter((one) => !one.readOnly).map((one) => one.name));
    const shown = this.parts.grid.getAllDisplayedColumns().map((column) => column.getColId());
    return shown.filter((id) => open.has(id));
  }

  /** A new line begins where the clerk types first: at the first thing that matters. */
  private firstColumn(): string | undefined {
    const important = this.parts.columns.find((field) => field.important && !field.readOnly);
    return important?.name ?? this.editableColumns()[0];
  }
}
