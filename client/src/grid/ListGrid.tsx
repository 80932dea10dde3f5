import { type ColDef, createGrid, type GridApi, type IDatasource } from 'ag-grid-community';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { PAGE_ROWS } from '../api/odata';
import { type Problem, problemsOf } from '../api/problems';
import { formatValue } from '../i18n/values';
import { drillHref, rowHref } from '../pages/links';
import type { Field, Page, Row } from '../pages/model';
import { type Handel, useHandel } from '../shell/context';
import { columnOf, columnsFor } from './columns';
import { gridTheme } from './theme';

/** What the page may ask of its grid. */
export interface ListHandle {
  /** Reads the rows that are loaded again, without moving them or the focus. */
  reread: () => void;
}

interface Props {
  page: Page;
  filter: string;
  isNarrow: boolean;
  /** Changes when the rows must be read again. */
  version: number;
  handle?: RefObject<ListHandle | null>;
  onCount: (count: number | null) => void;
  onProblems: (problems: Problem[]) => void;
}

/** A list of any length: rows are read when they are scrolled to. */
export function ListGrid({ page, filter, isNarrow, version, handle, onCount, onProblems }: Props) {
  const handel = useHandel();
  const host = useRef<HTMLDivElement>(null);
  const grid = useRef<GridApi<Row> | null>(null);
  const report = useRef({ onCount, onProblems });
  report.current = { onCount, onProblems };
  useImperativeHandle(handle, () => ({ reread: () => grid.current?.refreshInfiniteCache() }), []);

  useEffect(() => {
    const columns = columnsFor(page.columns, isNarrow);
    const made = createGrid<Row>(host.current!, {
      theme: gridTheme,
      rowModelType: 'infinite',
      cacheBlockSize: PAGE_ROWS,
      maxConcurrentDatasourceRequests: 2,
      blockLoadDebounceMillis: 60,
      infiniteInitialRowCount: 1,
      columnDefs: columns.map((field, at) => listColumn(handel, page, field, at === 0)),
      defaultColDef: { resizable: true, suppressHeaderMenuButton: true },
      suppressMovableColumns: true,
      animateRows: false,
      suppressNoRowsOverlay: true,
      alwaysShowVerticalScroll: true,
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
            if (startRow === 0) report.current.onCount(count ?? (isLast ? rows.length : null));
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

function listColumn(handel: Handel, page: Page, field: Field, isFirst: boolean): ColDef<Row> {
  const { pages, company, language } = handel;
  const href = (row: Row) =>
    isFirst && page.card
      ? rowHref(page, company.id, row)
      : drillHref(pages, company.id, field.drillDown, row);
  const isLink = (isFirst && page.card) || field.drillDown;
  return {
    ...columnOf(field, language),
    field: field.name,
    ...(isLink
      ? {
          cellRenderer: ({ data, value }: { data?: Row; value: unknown }) =>
            linkOf(data && href(data), formatValue(field, value, language)),
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
