import { useCallback, useEffect, useMemo, useState } from 'react';
import { ChangeQueue } from '../api/queue';
import type { Problem } from '../api/problems';
import { problemsOf } from '../api/problems';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { FieldInput } from '../fields/FieldInput';
import { EditableGrid } from '../grid/EditableGrid';
import { columnsFor } from '../grid/columns';
import { ListGrid } from '../grid/ListGrid';
import { isoOf } from '../i18n/dates';
import { forgetLookups } from '../lookups/lookupRows';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { EditableRows } from '../record/editableRows';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { back, go, hrefOf, type Route } from '../shell/route';
import { useNarrow } from '../shell/useNarrow';
import type { Page, Question as FieldQuestion, Row, Source } from './model';
import { PageHead } from './PageHead';
import { allOf, fillFilter, setOf, valuesIn } from './rules';

/** A table that is filled in place (setup), or a question with rows for an answer. */
export function WorksheetPage({ page, route }: { page: Page; route: Route }) {
  return page.request ? (
    <Question page={page} route={route} />
  ) : (
    <Table key={hrefOf(route)} page={page} route={route} />
  );
}

function Question({ page, route }: { page: Page; route: Route }) {
  const { texts } = useHandel();
  const isNarrow = useNarrow();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [count, setCount] = useState<number | null>(null);
  const [version, setVersion] = useState(0);
  const request = page.request!;
  const answers = useMemo<Row>(
    () => ({ ...startAnswers(request.fields), ...route.query }),
    [request.fields, route.query],
  );
  const filter = fillFilter(request.filter, answers, true) ?? '';
  useKeys([{ keys: 'F5', caption: texts.keyRefresh, run: () => setVersion((now) => now + 1) }]);
  const answer = (name: string, value: unknown) => {
    const { [name]: _, ...rest } = route.query;
    const text = value === null || value === '0001-01-01' ? '' : String(value);
    go({ ...route, query: text ? { ...rest, [name]: text } : rest }, true);
  };
  return (
    <article className="page page-list">
      <PageHead caption={page.caption}>
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
      <div className="list-rows">
        {filter === '' ? (
          <div className="empty">
            <p>{texts.emptyRequest}</p>
          </div>
        ) : (
          <ListGrid
            page={page}
            filter={filter}
            isNarrow={isNarrow}
            version={version}
            onCount={setCount}
            onProblems={setProblems}
          />
        )}
        {filter !== '' && count === 0 && problems.length === 0 && (
          <div className="empty">
            <p>{texts.nothingFound}</p>
          </div>
        )}
      </div>
    </article>
  );
}

interface Asked {
  question: FieldQuestion;
  answer: (isYes: boolean) => void;
}

function sourceOf(page: Page, route: Route): Source {
  const source = page.source!;
  const filter = allOf(source.filter, route.query.filter);
  return { ...source, set: setOf(source.set, route.query), ...(filter ? { filter } : {}) };
}

/** A period starts with this year; other questions start empty. */
function startAnswers(fields: { name: string }[]): Row {
  const today = isoOf(new Date());
  const starts: Row = { dateFrom: `${today.slice(0, 4)}-01-01`, dateTo: today };
  return Object.fromEntries(
    fields.flatMap(({ name }) => (name in starts ? [[name, starts[name]]] : [])),
  );
}

/** The address may narrow the table, or say whose rows these are; new rows are of that kind. */
function Table({ page, route }: { page: Page; route: Route }) {
  const { api, company, language, texts } = useHandel();
  const isNarrow = useNarrow();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback(
    (question: FieldQuestion) =>
      new Promise<boolean>((answer) => setAsked({ question, answer })),
    [],
  );
  const onSaved = useCallback(() => {
    forgetLookups();
    setProblems([]);
  }, []);
  const rows = useMemo(
    () =>
      new EditableRows(
        api,
        {
          source: sourceOf(page, route),
          columns: page.columns,
          defaults: valuesIn(route.query.filter ?? ''),
        },
        new ChangeQueue(setSaving),
        { onSaved, onProblems: setProblems, ask },
      ),
    [api, ask, onSaved, page, route],
  );
  const load = useCallback(
    () => rows.load().catch((error: unknown) => setProblems(problemsOf(error, language))),
    [language, rows],
  );
  useEffect(() => {
    void load();
  }, [load]);
  useKeys([{ keys: 'F5', caption: texts.keyRefresh, run: () => void load() }]);
  const settle = (isYes: boolean) => {
    asked?.answer(isYes);
    setAsked(null);
  };
  const isBelow = Object.keys(route.query).length > 0;
  const home: Route = { company: company.id, page: 'roleCentre', query: {} };
  const columns = useMemo(() => columnsFor(page.columns, isNarrow), [isNarrow, page.columns]);
  return (
    <article className="page page-list">
      <PageHead
        caption={page.caption}
        status={isSaving ? texts.saving : ''}
        {...(isBelow ? { onBack: () => back(home) } : {})}
      />
      <ProblemsPanel problems={problems} onClose={() => setProblems([])} />
      <div className="list-rows grid-fill">
        <EditableGrid
          rows={rows}
          columns={columns}
          label={page.caption}
          isEditable={page.canEdit}
          canAdd={page.canInsert}
        />
      </div>
      {asked && (
        <ConfirmDialog
          title={page.caption}
          text={asked.question.caption}
          confirm={texts.yes}
          refuse={texts.no}
          onClose={() => settle(false)}
          onConfirm={() => settle(true)}
        />
      )}
    </article>
  );
}
