import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { isNumeric } from '../i18n/numbers';
import { editText, formatKind, formatValue, parseValue } from '../i18n/values';
import type { Field, Row } from '../pages/model';
import { useHandel } from '../shell/context';
import { type Applied, fits, isTaken, type Mark, type Marks, type Terms } from './application';

interface Props {
  caption: string;
  columns: Field[];
  entry: Row;
  candidates: Row[];
  marks: Marks;
  terms: Terms;
  applied: Map<string, Applied>;
  onMark: (id: string, mark: Mark | null) => void;
}

/** Open entries with a box to tick and an amount to change: Space ticks, arrows go up and down. */
export function CandidateTable(props: Props) {
  const { caption, columns, entry, candidates, marks, terms, applied, onMark } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !(event.target instanceof HTMLInputElement)) return;
    const kind = event.target.dataset.cell ?? '';
    const inputs = [
      ...event.currentTarget.querySelectorAll<HTMLInputElement>(`input[data-cell=${kind}]`),
    ].filter((one) => !one.disabled);
    event.preventDefault();
    inputs[inputs.indexOf(event.target) + step]?.focus();
  };
  return (
    <div className="candidate-rows" role="region" aria-label={caption} tabIndex={0}>
      <table className="candidates" aria-label={caption} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={isNumeric(column.kind) ? 'figure' : ''}>
                {column.caption}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {candidates.map((row) => (
            <CandidateRow
              key={String(row.id)}
              columns={columns}
              row={row}
              mark={marks.get(String(row.id)) ?? null}
              isTaken={isTaken(entry, row, terms)}
              applied={applied.get(String(row.id)) ?? null}
              onMark={onMark}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  columns: Field[];
  row: Row;
  mark: Mark | null;
  isTaken: boolean;
  applied: Applied | null;
  onMark: (id: string, mark: Mark | null) => void;
}

const CandidateRow = memo(function CandidateRow(props: RowProps) {
  const { columns, row, mark, onMark } = props;
  const { language } = useHandel();
  const id = String(row.id);
  const cell = (column: Field) => {
    if (column.name === 'applies') {
      return (
        <input
          type="checkbox"
          data-cell="applies"
          name={`applies-${String(row.documentNumber)}`}
          aria-label={`${column.caption}: ${String(row.documentNumber)}`}
          checked={mark !== null}
          disabled={props.isTaken}
          onChange={(event) => onMark(id, event.target.checked ? { amount: null } : null)}
        />
      );
    }
    if (column.name === 'amountToApply') return <AmountCell {...props} column={column} />;
    if (column.name === 'acceptTolerance' || column.name === 'acceptLateDiscount')
      return <AnswerCell {...props} column={column} name={column.name} />;
    return formatValue(column, row[column.name], language);
  };
  return (
    <tr className={mark ? 'marked' : ''}>
      {columns.map((column) => (
        <td key={column.name} className={isNumeric(column.kind) ? 'figure' : ''}>
          {cell(column)}
        </td>
      ))}
    </tr>
  );
});

type AnswerProps = RowProps & { column: Field; name: 'acceptTolerance' | 'acceptLateDiscount' };

/** Whether less is taken for this entry: what the whole says, until it is answered by itself. */
function AnswerCell({ column, name, row, mark, onMark }: AnswerProps) {
  if (!mark) return null;
  return (
    <select
      name={`${name}-${String(row.documentNumber)}`}
      aria-label={`${column.caption}: ${String(row.documentNumber)}`}
      value={mark[name] ?? 'company'}
      onChange={(event) => onMark(String(row.id), { ...mark, [name]: event.target.value })}
    >
      {column.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.value === 'company' ? '' : choice.caption}
        </option>
      ))}
    </select>
  );
}

/** The amount of a marked entry: proposed, until another one is typed. */
function AmountCell({ column, row, mark, applied, onMark }: RowProps & { column: Field }) {
  const { language, texts } = useHandel();
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState('');
  const latest = useRef<string | null>(null);
  useEffect(() => {
    setTyped(null);
    setRefusal('');
  }, [mark]);
  if (!mark) return null;
  const amount = mark.amount ?? Number(row.proposedAmount);
  const type = (text: string) => {
    latest.current = text;
    setTyped(text);
  };
  const leave = () => {
    const text = latest.current;
    latest.current = null;
    if (text === null || text === editText(column, amount, language)) return setTyped(null);
    const parsed = parseValue(column, text, language, new Date());
    if (!parsed.ok) return setRefusal(parsed.message);
    const value = Number(parsed.value);
    if (value !== 0 && !fits(row, value)) {
      const most = formatKind('amount', Number(row.remainingAmount), language);
      return setRefusal(texts.atMost(most));
    }
    onMark(String(row.id), { ...mark, amount: value === 0 ? null : value });
  };
  const used = applied && Math.abs(applied.appliedAmount);
  return (
    <>
      <input
        className="candidate-amount"
        data-cell="amount"
        inputMode="decimal"
        name={`amount-${String(row.documentNumber)}`}
        aria-label={`${column.caption}: ${String(row.documentNumber)}`}
        aria-invalid={refusal !== '' || undefined}
        title={used === null ? undefined : formatKind('amount', used, language)}
        value={typed ?? formatValue(column, amount, language)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
      {refusal && (
        <span role="alert" className="field-refusal">
          {refusal}
        </span>
      )}
    </>
  );
}
