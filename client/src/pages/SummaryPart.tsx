import { useEffect, useState } from 'react';
import { isNumeric } from '../i18n/numbers';
import { formatValue } from '../i18n/values';
import { useHandel } from '../shell/context';
import type { Row, Summary } from './model';
import { captionsFrom } from './rules';

const ROWS_MAX = 50;

interface Props {
  summary: Summary;
  filter: string;
  /** Changes when it must be read again. */
  version: number;
  onRows: (rows: Row[]) => void;
}

/** What the rows of a report come to, in a small table above them. */
export function SummaryPart({ summary, filter, version, onRows }: Props) {
  const { api, language, texts } = useHandel();
  const [rows, setRows] = useState<Row[]>([]);
  useEffect(() => {
    const asked = new AbortController();
    api.list(summary.source, { filter, top: ROWS_MAX }, asked.signal).then(
      (answer) => {
        setRows(answer.rows);
        onRows(answer.rows);
      },
      // The rows below say what is wrong with the question.
      () => asked.signal.aborted || setRows([]),
    );
    return () => asked.abort();
  }, [api, filter, onRows, summary.source, version]);
  if (summary.fields.length === 0 || rows.length === 0) return null;
  const captions = captionsFrom(summary.fields, rows[0]);
  return (
    <div className="summary" role="region" aria-label={texts.summary} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {summary.fields.map((field) => (
              <th key={field.name} scope="col" className={isNumeric(field.kind) ? 'figure' : ''}>
                {captions[field.name] ?? field.caption}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row.id)}>
              {summary.fields.map((field) => (
                <td key={field.name} className={isNumeric(field.kind) ? 'figure' : ''}>
                  {formatValue(field, row[field.name], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
