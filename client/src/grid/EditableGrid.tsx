import { type ColDef, createGrid, type GridApi, type GridOptions } from 'ag-grid-community';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { parseValue } from '../i18n/values';
import type { Field } from '../pages/model';
import type { EditableRows, LineRow, Typed } from '../record/editableRows';
import { useHandel } from '../shell/context';
import { CellEditor, type CellEditing, isTyped } from './CellEditor';
import { columnOf } from './columns';
import { GridKeys } from './gridKeys';
import { pastedRows } from './paste';
import { gridTheme } from './theme';

export interface GridHandle {
  /** Puts the cursor into a cell, for example where a problem is. */
  focus: (lineId?: string, field?: string) => void;
  insert: () => void;
  removeFocused: () => void;
}

interface Props {
  rows: EditableRows;
  columns: Field[];
  label: string;
  isEditable: boolean;
  /** Rows may be added and taken away; else only their open cells may be changed. */
  canAdd: boolean;
  onFocus?: (row: LineRow) => void;
  handle?: Ref<GridHandle>;
  /** As high as its rows; a document scrolls as one page. */
  isAutoHeight?: boolean;
}

/** A grid that is filled by keyboard: every cell saves by itself, a new line is always there. */
export function EditableGrid(props: Props) {
  const { rows, columns, label, isEditable, canAdd, handle } = props;
  const { api, language, texts } = useHandel();
  const host = useRef<HTMLDivElement>(null);
  const keys = useRef<GridKeys | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const editing: CellEditing = {
      api,
      texts,
      columns,
      preview: (key, field, value) => rows.preview(key, field, value),
      endPreview: (key) => rows.endPreview(key),
      refuse: (key, field, refusal) => rows.refuse(key, field, refusal),
      above: (key, field) => {
        const at = rows.rows.findIndex((row) => row.key === key);
        return rows.rows[at - 1]?.values[field.name];
      },
    };
    const commit = (row: LineRow, field: Field, value: unknown) =>
      rows.edit(row.key, isTyped(value) ? value : blankOf(field, api.language));
    const options: GridOptions<LineRow> = {
      theme: gridTheme,
      rowData: shownRows(rows, canAdd),
      columnDefs: columns.map((field) => ({
        ...columnOf(field, language),
        ...cellOf(field, rows, editing),
        editable: isEditable && !field.readOnly,
        valueSetter: (change) => {
          commit(change.data, field, change.newValue);
          return true;
        },
        suppressKeyboardEvent: (event) => keys.current?.take(event) ?? false,
      })),
      defaultColDef: { resizable: true, sortable: false, suppressHeaderMenuButton: true },
      getRowId: (params) => params.data.key,
      rowClassRules: { 'row-blank': ({ data }) => !!data?.isNew && !data.isSaving },
      stopEditingWhenCellsLoseFocus: true,
      suppressMovableColumns: true,
      animateRows: false,
      tooltipShowDelay: 300,
      overlayNoRowsTemplate: `<span>${texts.noLines}</span>`,
      tabToNextCell: (params) => keys.current?.tab(params) ?? false,
      onCellFocused: (event) => {
        const row = event.rowIndex === null ? undefined : rows.rows[event.rowIndex];
        if (row) latest.current.onFocus?.(row);
      },
    };
    const grid = createGrid(host.current!, options);
    host.current!.querySelector('[role=grid], [role=treegrid]')?.setAttribute('aria-label', label);
    const fit = latest.current.isAutoHeight ? host.current! : null;
    const follow = new Follower(grid, rows, canAdd, fit);
    follow.now();
    keys.current = new GridKeys({
      grid,
      rows,
      columns,
      isEditable,
      canAdd,
      flush: follow.now,
    });
    grid.addEventListener('firstDataRendered', () => setTimeout(follow.now));
    const stop = rows.subscribe(follow.soon);
    return () => {
      stop();
      keys.current = null;
      grid.destroy();
    };
  }, [api, canAdd, columns, isEditable, label, language, rows, texts]);

  useImperativeHandle(handle, () => ({
    focus: (lineId, field) => keys.current?.focus(lineId, field),
    insert: () => keys.current?.insert(),
    removeFocused: () => keys.current?.remove(),
  }));

  const onPaste = (event: React.ClipboardEvent) => {
    if (!isEditable || event.target instanceof HTMLInputElement) return;
    const from = keys.current?.pasteColumns();
    if (!from) return;
    event.preventDefault();
    const clip = event.clipboardData.getData('text/plain');
    keys.current!.paste(pastedRows(clip, from, language, new Date()));
  };

  return <div ref={host} className="grid-host" onPaste={onPaste} />;
}

function shownRows(rows: EditableRows, canAdd: boolean): LineRow[] {
  return canAdd ? rows.rows : rows.rows.filter((row) => !row.isNew);
}

function blankOf(field: Field, language: 'nl' | 'en'): Typed {
  const parsed = parseValue(field, '', language, new Date());
  return { field, value: parsed.ok ? parsed.value : '', text: '', picked: true };
}

function cellOf(field: Field, rows: EditableRows, editing: CellEditing): ColDef<LineRow> {
  const estimated = (row: LineRow) =>
    row.estimate !== null && rows.estimates(field.name) ? row.estimate : null;
  return {
    valueGetter: ({ data }) =>
      data?.refused[field.name]?.text ?? (data && estimated(data)) ?? data?.values[field.name],
    cellEditor: CellEditor,
    cellEditorParams: { field, editing },
    tooltipValueGetter: ({ data, valueFormatted }) =>
      data?.refused[field.name]?.message ?? (field.kind === 'text' ? valueFormatted : null),
    cellClassRules: {
      'cell-refused': ({ data }) => !!data?.refused[field.name],
      'cell-estimate': ({ data }) => !!data && estimated(data) !== null,
      'cell-pending': ({ data }) => !!data && field.name in data.pending,
      'cell-fixed': () => field.readOnly,
    },
  };
}

const ROWS_MIN = 3;
const ROWS_MAX = 16;
const ROW_PX = 34;
const HEADER_PX = 46;
const SCROLLBAR_PX = 18;

/** Hands changed rows to the grid, once per turn however many changes there were. */
class Follower {
  private isWaiting = false;
  private readonly grid: GridApi<LineRow>;
  private readonly rows: EditableRows;
  private readonly canAdd: boolean;
  private readonly fit: HTMLElement | null;

  constructor(
    grid: GridApi<LineRow>,
    rows: EditableRows,
    canAdd: boolean,
    fit: HTMLElement | null,
  ) {
    this.grid = grid;
    this.rows = rows;
    this.canAdd = canAdd;
    this.fit = fit;
  }

  soon = () => {
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(this.now);
  };

  now = () => {
    this.isWaiting = false;
    if (this.grid.isDestroyed()) return;
    const shown = shownRows(this.rows, this.canAdd);
    this.grid.setGridOption('rowData', shown);
    if (!this.fit) return;
    // As high as the rows, up to a point: a document of a thousand lines draws what is in sight.
    const rows = Math.min(Math.max(shown.length, ROWS_MIN), ROWS_MAX);
    const header = this.fit.querySelector<HTMLElement>('.ag-header')?.offsetHeight ?? HEADER_PX;
    this.fit.style.height = `${header + rows * ROW_PX + SCROLLBAR_PX}px`;
  };
}
