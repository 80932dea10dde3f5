import { Button } from '@fluentui/react-components';
import { FilterDismissRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ChangeQueue } from '../api/queue';
import type { Problem } from '../api/problems';
import { problemsOf } from '../api/problems';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { EditableGrid } from '../grid/EditableGrid';
import { columnsFor } from '../grid/columns';
import { forgetLookups } from '../lookups/lookupRows';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { EditableRows } from '../record/editableRows';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { back, go, hrefOf, type Route } from '../shell/route';
import { useNarrow } from '../shell/useNarrow';
import { ActionBar } from './ActionBar';
import type { Page, Question } from './model';
import { PageHead } from './PageHead';
import { ReportPage } from './ReportPage';
import { allOf, equalsOf, setOf } from './rules';
import { useExcel } from './useExcel';

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
        { source: page.source!, columns: page.columns, defaults: equalsOf(filter) },
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
  useKeys([{ keys: 'F5', caption: texts.keyRefresh, run: () => void load() }]);
  const settle = (isYes: boolean) => {
    asked?.answer(isYes);
    setAsked(null);
  };
  const isBelow = Object.keys(route.query).length > 0;
  const home: Route = { company: company.id, page: 'roleCentre', query: {} };
  const excel = useExcel(page, NOTHING_ASKED, setProblems);
  const columns = useMemo(() => columnsFor(page.columns, isNarrow), [isNarrow, page.columns]);
  return (
    <article className="page page-list">
      <PageHead
        caption={page.caption}
        status={isSaving ? texts.saving : ''}
        {...(isBelow ? { onBack: () => back(home) } : {})}
      >
        {filter && (
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
        <ActionBar actions={[excel]} />
      </PageHead>
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

/** The filter is in the source. */
const NOTHING_ASKED = {};
