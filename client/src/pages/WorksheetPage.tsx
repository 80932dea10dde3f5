import { Button } from '@fluentui/react-components';
import { FilterDismissRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ChangeQueue } from '../api/queue';
import type { Problem } from '../api/problems';
import { problemsOf } from '../api/problems';
import { EditableGrid } from '../grid/EditableGrid';
import { columnsFor } from '../grid/columns';
import { forgetLookups } from '../lookups/lookupRows';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { EditableRows } from '../record/editableRows';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { go, type Route } from '../shell/route';
import { useNarrow } from '../shell/useNarrow';
import { ActionBar } from './ActionBar';
import type { Page } from './model';
import { PageHead } from './PageHead';
import { ReportPage } from './ReportPage';
import { equalsOf } from './rules';
import { useExcel } from './useExcel';

/** A table that is filled in place (setup), or a question with rows for an answer. */
export function WorksheetPage({ page, route }: { page: Page; route: Route }) {
  return page.request ? (
    <ReportPage page={page} route={route} />
  ) : (
    <Table key={route.query.filter} page={page} route={route} />
  );
}

function Table({ page, route }: { page: Page; route: Route }) {
  const { api, language, texts } = useHandel();
  const isNarrow = useNarrow();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const onSaved = useCallback(() => {
    forgetLookups();
    setProblems([]);
  }, []);
  const { filter } = route.query;
  const rows = useMemo(
    () =>
      new EditableRows(
        api,
        {
          source: { ...page.source!, ...(filter ? { filter } : {}) },
          columns: page.columns,
          defaults: equalsOf(filter),
        },
        new ChangeQueue(setSaving),
        { onSaved, onProblems: setProblems },
      ),
    [api, filter, onSaved, page],
  );
  const load = useCallback(
    () => rows.load().catch((error: unknown) => setProblems(problemsOf(error, language))),
    [language, rows],
  );
  useEffect(() => {
    void load();
  }, [load]);
  useKeys([{ keys: 'F5', caption: texts.keyRefresh, run: () => void load() }]);
  const excel = useExcel(page, filter ? { filter } : {}, setProblems);
  const columns = useMemo(() => columnsFor(page.columns, isNarrow), [isNarrow, page.columns]);
  return (
    <article className="page page-list">
      <PageHead caption={page.caption} status={isSaving ? texts.saving : ''}>
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
    </article>
  );
}
