import { Button } from '@fluentui/react-components';
import { CopyRegular, FilterDismissRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ChangeQueue } from '../api/queue';
import type { Problem } from '../api/problems';
import { problemsOf } from '../api/problems';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { EditableGrid, type GridHandle } from '../grid/EditableGrid';
import { columnsFor } from '../grid/columns';
import { forgetLookups } from '../lookups/lookupRows';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { EditableRows, type LineRow } from '../record/editableRows';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { back, go, hrefOf, type Route } from '../shell/route';
import { useNarrow } from '../shell/useNarrow';
import { ActionBar, type BarAction } from './ActionBar';
import type { Page, Question } from './model';
import { PageHead } from './PageHead';
import { ReportPage } from './ReportPage';
import { allOf, equalsOf, setOf } from './rules';
import { useExcel } from './useExcel';
import { useRowActions } from './useRowActions';

/** A table that is filled in place (setup), or a question with rows for an answer. */
export function WorksheetPage({ page, route }: { page: Page; route: Route }) {
  return page.request ? (
    <ReportPage page={page} route={route} />
  ) : (
    <Table key={hrefOf(route)} page={page} route={route} />
  );
}

interface Asked {
  question: Question;
  answer: (isYes: boolean) => void;
}

/** The page with the rows that the address leaves of it, or that hang below a record. */
function narrowed(page: Page, route: Route): Page {
  const source = page.source!;
  const filter = allOf(source.filter, route.query.filter);
  const set = setOf(source.set, route.query);
  return { ...page, source: { ...source, set, ...(filter ? { filter } : {}) } };
}

/** New rows have what the filter of the address says of all. */
function Table({ page: whole, route }: { page: Page; route: Route }) {
  const { api, company, language, texts } = useHandel();
  const isNarrow = useNarrow();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [focused, setFocused] = useState<LineRow | null>(null);
  const grid = useRef<GridHandle>(null);
  const ask = useCallback(
    (question: Question) => new Promise<boolean>((answer) => setAsked({ question, answer })),
    [],
  );
  const onSaved = useCallback(() => {
    forgetLookups();
    setProblems([]);
  }, []);
  const { filter } = route.query;
  const page = useMemo(() => narrowed(whole, route), [route, whole]);
  const rows = useMemo(
    () =>
      new EditableRows(
        api,
        {
          source: page.source!,
          columns: page.columns,
          defaults: equalsOf(filter),
          rereads: page.rereads ?? false,
        },
        new ChangeQueue(setSaving),
        { onSaved, onProblems: setProblems, ask },
      ),
    [api, ask, filter, onSaved, page],
  );
  const load = useCallback(
    () => rows.load().catch((error: unknown) => setProblems(problemsOf(error, language))),
    [language, rows],
  );
  useEffect(() => {
    void load();
  }, [load]);
  const rowActions = useRowActions(page, focused && !focused.isNew ? focused.values : null);
  const canCopy = page.canInsert && focused !== null && !focused.isNew;
  const copy = () => {
    if (!focused) return;
    rows.copy(focused.key);
    grid.current?.focus();
  };
  useKeys([
    { keys: 'F5', caption: texts.keyRefresh, run: () => void load() },
    { keys: COPY_KEYS, caption: texts.copyLine, run: copy, enabled: canCopy },
  ]);
  const settle = (isYes: boolean) => {
    asked?.answer(isYes);
    setAsked(null);
  };
  const isBelow = Object.keys(route.query).length > 0;
  const home: Route = { company: company.id, page: 'roleCentre', query: {} };
  const excel = useExcel(page, NOTHING_ASKED, setProblems);
  const columns = useMemo(() => columnsFor(page.columns, isNarrow), [isNarrow, page.columns]);
  const copying: BarAction[] = page.canInsert
    ? [
        {
          id: 'copyLine',
          caption: texts.copyLine,
          shortcut: COPY_KEYS,
          icon: <CopyRegular />,
          isEnabled: canCopy,
          run: copy,
        },
      ]
    : [];
  return (
    <article className="page page-list">
      <PageHead
        caption={page.caption}
        status={isSaving ? texts.saving : ''}
        {...(isBelow ? { onBack: () => back(home) } : {})}
      >
        {filter && !page.rereads && (
          <div className="list-bar">
            <Button
              size="small"
              icon={<FilterDismissRegular />}
              title={filter}
              onClick={() => go({ ...route, query: {} }, true)}
            >
              {texts.clearFilter}
            </Button>
          </div>
        )}
        <ActionBar actions={[...rowActions, ...copying, excel]} />
      </PageHead>
      <ProblemsPanel problems={problems} fields={page.columns} onClose={() => setProblems([])} />
      <div className="list-rows grid-fill">
        <EditableGrid
          rows={rows}
          columns={columns}
          label={page.caption}
          isEditable={page.canEdit}
          canAdd={page.canInsert}
          onFocus={setFocused}
          handle={grid}
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

const COPY_KEYS = 'Ctrl+Alt+C';

/** The filter is in the source. */
const NOTHING_ASKED = {};
