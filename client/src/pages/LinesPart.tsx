import { Button, Link } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { type Ref, useEffect, useMemo, useReducer, useState } from 'react';
import { FieldInput } from '../fields/FieldInput';
import { columnsFor } from '../grid/columns';
import { EditableGrid, type GridHandle } from '../grid/EditableGrid';
import { formatKind, formatValue } from '../i18n/values';
import type { EditableRows, LineRow } from '../record/editableRows';
import { useHandel } from '../shell/context';
import { useNarrow } from '../shell/useNarrow';
import { balancesOf } from './balances';
import { drillHref } from './links';
import type { Balance, Field, Lines, Row } from './model';

interface Props {
  lines: Lines;
  rows: EditableRows | null;
  header: Row;
  isEditable: boolean;
  /** The page may be edited as such; a few columns stay open on a released document. */
  canEdit: boolean;
  grid: Ref<GridHandle>;
  onFocus: (row: LineRow) => void;
  onHeader: (field: string, value: unknown) => void;
  run: (what: 'insert' | 'remove') => void;
}

/** The lines of a document with their sums: those of the eye now, those of the server next. */
export function LinesPart(props: Props) {
  const { lines, rows, isEditable, canEdit, run } = props;
  const { texts } = useHandel();
  const isNarrow = useNarrow();
  const [focused, setFocused] = useState<Row | null>(null);
  const onFocus = (row: LineRow) => {
    setFocused(row.values);
    props.onFocus(row);
  };
  const columns = useMemo(
    () =>
      columnsFor(lines.columns, isNarrow).map((column) =>
        !lines.readOnly && (isEditable || (canEdit && column.evenReleased))
          ? column
          : { ...column, readOnly: true },
      ),
    [canEdit, isEditable, isNarrow, lines.columns, lines.readOnly],
  );
  const caption = lines.caption ?? texts.lines;
  return (
    <section className="lines" aria-label={caption}>
      <header>
        <h2>{caption}</h2>
        {isEditable && !lines.readOnly && rows && (
          <>
            <Button
              size="small"
              appearance="subtle"
              icon={<AddRegular />}
              onClick={() => run('insert')}
            >
              {texts.newLine}
            </Button>
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              onClick={() => run('remove')}
            >
              {texts.deleteLine}
            </Button>
          </>
        )}
      </header>
      {rows ? (
        <>
          <EditableGrid
            rows={rows}
            columns={columns}
            label={caption}
            isEditable={columns.some((column) => !column.readOnly)}
            canAdd={isEditable && !lines.readOnly}
            isAutoHeight
            onFocus={onFocus}
            handle={props.grid}
          />
          <Totals {...props} rows={rows} />
          {lines.balance && <Balances balance={lines.balance} rows={rows} focused={focused} />}
        </>
      ) : (
        <p className="empty quiet">{texts.linesWait}</p>
      )}
    </section>
  );
}

/** A total, and the way to the entries that it is made of. */
function TotalValue({ field, header }: { field: Field; header: Row }) {
  const { pages, company, language } = useHandel();
  const text = formatValue(field, header[field.name] ?? 0, language);
  const href = drillHref(pages, company.id, field.drillDown, header);
  return href ? (
    <Link href={href} aria-label={`${field.caption}: ${text}`}>
      {text}
    </Link>
  ) : (
    text
  );
}

/** What is still to be balanced: follows every line that the server has answered. */
function Balances(props: { balance: Balance; rows: EditableRows; focused: Row | null }) {
  const { balance, rows, focused } = props;
  const { language, texts } = useHandel();
  useRedraw(rows);
  const saved = rows.rows.filter((row) => !row.isNew).map((row) => row.values);
  const sums = balancesOf(balance, saved, focused);
  const shown: [string, number, string][] = [
    [texts.balanceRunning, sums.running, 'total'],
    [texts.balanceDocument, sums.document, 'total'],
    [texts.balanceTotal, sums.total, 'total total-grand'],
  ];
  return (
    <div className="totals" aria-live="polite">
      {shown.map(([caption, sum, look]) => (
        <div key={caption} className={look}>
          <span>{caption}</span>
          <output>{formatKind('amount', sum, language)}</output>
        </div>
      ))}
    </div>
  );
}

function useRedraw(rows: EditableRows): void {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const stop = rows.subscribe(redraw);
    return () => void stop();
  }, [rows]);
}

function Totals({ lines, rows, header, isEditable, onHeader }: Props & { rows: EditableRows }) {
  const { language, texts } = useHandel();
  useRedraw(rows);
  const sums = lines.columns.filter((column) => column.total);
  if (lines.totals.length === 0) return null;
  return (
    <div className="totals" aria-live="polite">
      {sums.map((column) => (
        <div key={column.name} className={rows.isEstimated ? 'total estimate' : 'total'}>
          <span>{texts.linesTotal}</span>
          <output title={rows.isEstimated ? texts.estimate : undefined}>
            {formatKind(column.kind, rows.sum(column.name), language)}
          </output>
        </div>
      ))}
      {lines.totals.map((field) =>
        field.readOnly || !isEditable ? (
          <div key={field.name} className={field.important ? 'total total-grand' : 'total'}>
            <span>{field.caption}</span>
            <output>
              <TotalValue field={field} header={header} />
            </output>
          </div>
        ) : (
          <div key={field.name} className="total total-field" data-fields>
            <FieldInput field={field} row={header} isEditable onChange={onHeader} />
          </div>
        ),
      )}
    </div>
  );
}
