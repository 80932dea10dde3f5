import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useCallback, useMemo, useState } from 'react';
import type { Problem } from '../api/problems';
import { FieldInput } from '../fields/FieldInput';
import { ListGrid } from '../grid/ListGrid';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { go, type Route } from '../shell/route';
import { useNarrow } from '../shell/useNarrow';
import { ActionBar } from './ActionBar';
import type { Page, Row } from './model';
import { PageHead } from './PageHead';
import { SummaryPart } from './SummaryPart';
import { captionsFrom, questionFilter, startAnswers } from './rules';
import { useExcel } from './useExcel';
import { useRowActions } from './useRowActions';

/** A question, what its answer comes to, and its rows. */
export function ReportPage({ page, route }: { page: Page; route: Route }) {
  const { texts } = useHandel();
  const isNarrow = useNarrow();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [count, setCount] = useState<number | null>(null);
  const [version, setVersion] = useState(0);
  const [row, setRow] = useState<Row | null>(null);
  const [orderBy, setOrderBy] = useState('');
  const [captions, setCaptions] = useState<Record<string, string>>({});
  const request = page.request!;
  const answers = useMemo<Row>(
    () => ({ ...startAnswers(request.fields, new Date()), ...route.query }),
    [request.fields, route.query],
  );
  const filter = questionFilter(request, answers);
  const refresh = () => setVersion((now) => now + 1);
  const rowActions = useRowActions(page, row);
  const excel = useExcel(page, { filter, orderBy }, setProblems, captions);
  useKeys([{ keys: 'F5', caption: texts.keyRefresh, run: refresh }]);
  const onSummary = useCallback(
    (rows: Row[]) => setCaptions(captionsFrom(page.columns, rows[0])),
    [page.columns],
  );
  const answer = (name: string, value: unknown) => {
    const { [name]: _, ...rest } = route.query;
    const text = value === null || value === '0001-01-01' ? '' : String(value);
    setProblems([]);
    go({ ...route, query: text ? { ...rest, [name]: text } : rest }, true);
  };
  const actions = [
    {
      id: 'refresh',
      caption: texts.keyRefresh,
      shortcut: 'F5',
      icon: <ArrowClockwiseRegular />,
      run: refresh,
    },
    ...rowActions,
    excel,
  ];
  return (
    <article className="page page-list">
      <PageHead caption={page.caption}>
        <ActionBar actions={actions} />
        <div className="request" data-fields>
          {request.fields.map((field, at) => (
            <FieldInput
              key={field.name}
              field={field}
              row={answers}
              isEditable
              autoFocus={at === 0}
              onChange={answer}
            />
          ))}
        </div>
      </PageHead>
      <ProblemsPanel problems={problems} onClose={() => setProblems([])} />
      {page.summary && filter !== null && (
        <SummaryPart
          summary={page.summary}
          filter={filter}
          version={version}
          onRows={onSummary}
        />
      )}
      <div className="list-rows">
        {filter === null ? (
          <div className="empty">
            <p>{texts.emptyRequest}</p>
          </div>
        ) : (
          <ListGrid
            page={page}
            filter={filter}
            isNarrow={isNarrow}
            version={version}
            captions={captions}
            onCount={setCount}
            onProblems={setProblems}
            onRow={setRow}
            onOrder={setOrderBy}
          />
        )}
        {filter !== null && count === 0 && problems.length === 0 && (
          <div className="empty">
            <p>{texts.nothingFound}</p>
          </div>
        )}
      </div>
    </article>
  );
}
