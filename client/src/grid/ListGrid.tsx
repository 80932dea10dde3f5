import { type ColDef, createGrid, type GridApi, type IDatasource } from 'ag-grid-community';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { PAGE_ROWS } from '../api/odata';
import { type Problem, problemsOf } from '../api/problems';
import { isNumeric } from '../i18n/numbers';
import { formatValue } from '../i18n/values';
import { drillHref, rowHref } from '../pages/links';
import type { Field, Page, Row } from '../pages/model';
import { holds } from '../pages/rules';
import { type Handel, useHandel } from '../shell/context';
import { columnOf, columnsFor } from './columns';
import { gridTheme } from './theme';

/** What the page may ask of its grid. */
export interface ListHandle {
  /** Reads the rows that are loaded again, without moving them or the focus. */
  reread: () => void;
}

const INDENT_PX = 16;
const CELL_PADDING_PX = 10;

interface Props {
  page: Page;
  filter: string;
  isNarrow: boolean;
  /** Changes when the rows must be read again. */
  version: number;
  handle?: RefObject<ListHandle | null>;
  /** What columns are called today, where a report says so. */
  captions?: Record<string, string>;
  onCount: (count: number | null, first?: Row) => void;
  onProblems: (problems: Problem[]) => void;
  /** The row that the user is on. */
  onRow?: (row: Row | null) => void;
  /** The order that the user has chosen, as the API has it. */
  onOrder?: (orderBy: string) => void;
}

/** A list of any length: rows are read when they are scrolled to. */
export function ListGrid(props: Props) {
  const { page, filter, isNarrow, version, captions, handle } = props;
  const { onCount, onProblems, onRow, onOrder } = props;
  const handel = useHandel();
  const host = useRef<HTMLDivElement>(null);
  const grid = useRef<GridApi<Row> | null>(null);
  const report = useRef({ onCount, onProblems, onRow, onOrder });
  report.current = { onCount, onProblems, onRow, onOrder };
  useImperativeHandle(handle, () => ({ reread: () => grid.current?.refreshInfiniteCache() }), []);

  useEffect(() => {
    const made = createGrid<Row>(host.current!, {
      theme: gridTheme,
      rowModelType: 'infinite',
      cacheBlockSize: PAGE_ROWS,
      maxConcurrentDatasourceRequests: 2,
      blockLoadDebounceMillis: 60,
      infiniteInitialRowCount: 1,
      columnDefs: columnDefs(handel, page, isNarrow, {}),
      defaultColDef: { resizable: true, suppressHeaderMenuButton: true },
      suppressMovableColumns: true,
      tooltipShowMode: 'whenTruncated',
      tooltipShowDelay: 300,
      animateRows: false,
      suppressNoRowsOverlay: true,
      alwaysShowVerticalScroll: true,
      ...(page.strongWhen
        ? {
            getRowClass: ({ data }: { data?: Row | undefined }) =>
              data && holds(page.strongWhen, data) ? 'row-strong' : undefined,
          }
        : {}),
      onCellFocused: ({ api, rowIndex }) => {
        const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data;
        report.current.onRow?.(row ?? null);
      },
      onSortChanged: ({ api }) => report.current.onOrder?.(orderOf(api.getColumnState())),
      onRowDoubleClicked: (event) => open(page, handel, event.data),
      onCellKeyDown: (event) => {
        const key = (event.event as KeyboardEvent).key;
        if (key !== 'Enter') return;
        const cell = (event.event?.target as HTMLElement | null)?.querySelector('a');
        if (cell) cell.click();
        else open(page, handel, event.data);
      },
    });
    host
      .current!.querySelector('[role=grid], [role=treegrid]')
      ?.setAttribute('aria-label', page.caption);
    grid.current = made;
    return () => {
      grid.current = null;
      made.destroy();
    };
  }, [handel, isNarrow, page]);

  useEffect(() => {
    grid.current?.setGridOption('columnDefs', columnDefs(handel, page, isNarrow, captions ?? {}));
  }, [captions, handel, isNarrow, page]);

  useEffect(() => {
    const asked = new AbortController();
    const source: IDatasource = {
      getRows: ({ startRow, endRow, sortModel, successCallback, failCallback }) => {
        const orderBy = sortModel.map((one) => `${one.colId} ${one.sort}`).join(',');
        handel.api
          .list(
            page.source!,
            {
              filter,
              skip: startRow,
              top: endRow - startRow,
              count: startRow === 0,
              ...(orderBy ? { orderBy } : {}),
            },
            asked.signal,
          )
          .then(({ rows, count }) => {
            const isLast = rows.length < endRow - startRow;
            if (startRow === 0) {
              report.current.onRow?.(null);
              report.current.onCount(count ?? (isLast ? rows.length : null), rows[0]);
            }
            successCallback(rows, isLast ? startRow + rows.length : undefined);
          })
          .catch((error: unknown) => {
            if (asked.signal.aborted) return;
            failCallback();
            report.current.onCount(0);
            report.current.onProblems(problemsOf(error, handel.language));
          });
      },
    };
    grid.current?.setGridOption('datasource', source);
    return () => asked.abort();
  }, [filter, handel, isNarrow, page, version]);

  return <div ref={host} className="grid-host grid-fill" />;
}

function open(page: Page, handel: Handel, row: Row | undefined): void {
  const href = row && (rowHref(page, handel.company.id, row) ?? firstDrill(page, handel, row));
  if (href) location.hash = href;
}

function firstDrill(page: Page, handel: Handel, row: Row): string | null {
  const field = page.columns.find((one) => one.drillDown);
  return field ? drillHref(handel.pages, handel.company.id, field.drillDown, row) : null;
}

function columnDefs(
  handel: Handel,
  page: Page,
  isNarrow: boolean,
  captions: Record<string, string>,
): ColDef<Row>[] {
  return columnsFor(page.columns, isNarrow)
    .map((field) => ({ ...field, caption: captions[field.name] ?? field.caption }))
    .map((field, at) => listColumn(handel, page, field, at === 0));
}

function orderOf(columns: { colId: string; sort?: string | null }[]): string {
  return columns
    .filter((one) => one.sort)
    .map((one) => `${one.colId} ${one.sort}`)
    .join(',');
}

function listColumn(handel: Handel, page: Page, field: Field, isFirst: boolean): ColDef<Row> {
  const { pages, company, language } = handel;
  const href = (row: Row) =>
    isFirst && page.card
      ? rowHref(page, company.id, row)
      : drillHref(pages, company.id, field.drillDown, row);
  const isLink = (isFirst && page.card) || field.drillDown;
  const shown = (row: Row | undefined, value: unknown) =>
    row && page.bareWhen && isNumeric(field.kind) && holds(page.bareWhen, row)
      ? ''
      : formatValue(field, value, language);
  return {
    ...columnOf(field, language),
    valueFormatter: ({ data, value }) => shown(data, value),
    ...(field.indentBy
      ? {
          cellStyle: ({ data }: { data?: Row | undefined }) => ({
            paddingLeft: `${INDENT_PX * Number(data?.[field.indentBy!] ?? 0) + CELL_PADDING_PX}px`,
          }),
        }
      : {}),
    field: field.name,
    ...(isLink
      ? {
          cellRenderer: ({ data, value }: { data?: Row; value: unknown }) =>
            linkOf(data && href(data), shown(data, value)),
        }
      : {}),
  };
}

function linkOf(href: string | null | undefined, text: string): HTMLElement {
  const element = document.createElement(href && text ? 'a' : 'span');
  element.textContent = text;
  if (href && text) {
    element.setAttribute('href', href);
    element.setAttribute('tabindex', '-1');
    element.className = 'cell-link';
  }
  return element;
}
