import { Badge, Button, Spinner } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { etagOf } from '../api/odata';
import { problemsOf, targetOf, type Problem } from '../api/problems';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { PostDialog } from '../dialogs/PostDialog';
import { PreviewDialog } from '../dialogs/PreviewDialog';
import type { GridHandle } from '../grid/EditableGrid';
import { formatValue } from '../i18n/values';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { EditableRows, type LineRow } from '../record/editableRows';
import { type OpenRecord, startOf, useRecord } from '../record/useRecord';
import { current, useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { keepPage } from '../shell/recordKey';
import { back, go, type Route } from '../shell/route';
import { useChanges } from '../shell/useChanges';
import { ActionBar, type BarAction } from './ActionBar';
import { FactPane } from './FactPane';
import { GroupsPart } from './GroupsPart';
import { LinesPart } from './LinesPart';
import type { Page, Question, Row } from './model';
import { PageHead } from './PageHead';
import { addsUp, fieldsOf, holds, listOfSet, mandatoryOf, titleOf } from './rules';
import { usePageActions } from './useActions';

/** A card or a document: fields, lines, sums, facts, and what can be done with it. */
export function RecordPage({ page, route }: { page: Page; route: Route }) {
  const { pages, company, texts } = useHandel();
  const isNew = route.record === 'new';
  const start = useMemo(() => (isNew ? startOf(page, route.query) : {}), []);
  const onCreated = useCallback(
    (id: string) => {
      keepPage(route, id);
      go({ ...route, record: id, query: {} }, true);
    },
    [route],
  );
  const record = useRecord(page, isNew ? undefined : route.record, start, onCreated);
  const grid = useRef<GridHandle>(null);
  const [line, setLine] = useState<Row | null>(null);
  const [isAskingDelete, setAskingDelete] = useState(false);
  const isEditable =
    page.canEdit && (record.state === 'new' || holds(page.editableWhen, record.row));
  const lines = useLines(page, record);
  const actions = usePageActions(page, record, line, lines.load);
  const [asked, setAsked] = useState<Asked | null>(null);
  const hasLines = lines.rows?.rows.some((row) => !row.isNew) ?? false;
  const fields = useMemo(() => fieldsOf(page), [page]);
  const shown = useMemo(() => [...(page.lines?.columns ?? []), ...fields], [fields, page.lines]);
  /** A field with a question asks first, once there are lines that the answer is about. */
  const change = (name: string, value: unknown) => {
    const question = fields.find((field) => field.name === name)?.ask;
    if (question && hasLines) setAsked({ name, value, question });
    else record.change(name, value);
  };
  const answer = (confirm?: string) => {
    if (asked) record.change(asked.name, asked.value, confirm);
    if (confirm) void record.queue.run(lines.load);
    setAsked(null);
  };
  const list =
    pages.pages.find((one) => one.card === page.id) ?? listOfSet(pages, page.source!.set);
  // A list that opens its only row is no place to go back to.
  const above = list?.opensAtOnce ? undefined : list?.id;
  const up: Route = { company: company.id, page: above ?? 'roleCentre', query: {} };
  const leave = () => back(up);
  const openNew = () => go({ company: company.id, page: page.id, record: 'new', query: {} });
  const jump = (problem: Problem) => jumpTo(problem, grid.current);
  useStartFromAddress(record, start);
  useChanges(page.source!.set, () => {
    if (record.queue.isIdle && record.state === 'ready') void record.refresh();
  });
  useEffect(() => {
    const open = page.actions.filter((action) => holds(action.when, record.row));
    current.commands = { page, run: actions.run, actions: open };
    return () => {
      current.commands = null;
    };
  }, [actions.run, page, record.row]);
  useKeys([
    { keys: 'Alt+N', caption: texts.keyNew, run: openNew, enabled: page.canInsert },
    { keys: 'Escape', caption: texts.keyBack, run: leave },
    { keys: 'F5', caption: texts.keyRefresh, run: () => void reload(record, lines.load) },
    {
      keys: 'Alt+L',
      caption: texts.keyToLines,
      run: () => grid.current?.focus(),
      enabled: lines.rows !== null,
    },
    ...page.actions.flatMap((action) =>
      action.shortcut
        ? [
            {
              keys: action.shortcut,
              caption: action.caption,
              enabled: record.state === 'ready' && holds(action.when, record.row),
              run: () => actions.run(action),
            },
          ]
        : [],
    ),
  ]);

  if (record.state === 'loading') return <Waiting page={page} problems={record.problems} />;
  if (record.state === 'gone') return <Gone onBack={() => go(up)} caption={page.caption} />;
  const bar: BarAction[] = [
    ...page.actions.map((action) => ({
      id: action.id,
      caption: action.caption,
      shortcut: action.shortcut,
      primary: action.primary,
      isEnabled:
        record.state === 'ready' &&
        holds(action.when, record.row) &&
        (!action.ofLine || line?.id !== undefined),
      run: () => actions.run(action),
    })),
    ...(page.canInsert
      ? [{ id: 'new', caption: texts.new, shortcut: 'Alt+N', icon: <AddRegular />, run: openNew }]
      : []),
    ...(page.canDelete
      ? [
          {
            id: 'delete',
            caption: texts.delete,
            icon: <DeleteRegular />,
            isEnabled: record.state === 'ready' && isEditable,
            run: () => setAskingDelete(true),
          },
        ]
      : []),
  ];
  return (
    <article className="page page-record">
      <PageHead
        caption={page.caption}
        title={titleOf(page, record.row) || (record.state === 'new' ? texts.new : '')}
        onBack={leave}
        status={<SaveState record={record} page={page} />}
      >
        <ActionBar actions={bar} />
      </PageHead>
      <ProblemsPanel
        problems={record.problems}
        fields={shown}
        onJump={jump}
        onClose={() => record.setProblems([])}
      />
      <div className="record-body">
        <div className="record-main">
          <GroupsPart
            page={page}
            record={{ ...record, change }}
            isEditable={isEditable}
            part={page.lines && !page.lines.readOnly ? 'first' : 'all'}
            onLastField={() => grid.current?.focus()}
          />
          {page.lines && (
            <LinesPart
              lines={page.lines}
              rows={lines.rows}
              header={record.row}
              isEditable={isEditable}
              canEdit={page.canEdit && record.state === 'ready'}
              grid={grid}
              onFocus={(row: LineRow) => setLine(row.values)}
              onHeader={record.change}
              run={(what) =>
                what === 'insert' ? grid.current?.insert() : grid.current?.removeFocused()
              }
            />
          )}
          {page.lines && !page.lines.readOnly && (
            <GroupsPart
              page={page}
              record={{ ...record, change }}
              isEditable={isEditable}
              part="rest"
            />
          )}
        </div>
        <FactPane boxes={page.factBoxes} header={record.row} line={line} />
      </div>
      {actions.asking?.dialog && (
        <PostDialog
          action={actions.asking}
          dialog={actions.asking.dialog}
          onRun={actions.choose}
          onPreview={actions.showPreview}
          onClose={actions.closeAsk}
        />
      )}
      {actions.preview && (
        <PreviewDialog preview={actions.preview} onClose={actions.closePreview} />
      )}
      {asked && (
        <ConfirmDialog
          title={fields.find((field) => field.name === asked.name)?.caption ?? ''}
          text={asked.question.caption}
          confirm={texts.yes}
          refuse={texts.no}
          onClose={() => answer()}
          onConfirm={() => answer(asked.question.confirm)}
        />
      )}
      {isAskingDelete && (
        <ConfirmDialog
          title={texts.deleteRecord(titleOf(page, record.row))}
          text={texts.deleteAsk}
          confirm={texts.delete}
          onClose={() => setAskingDelete(false)}
          onConfirm={() => {
            setAskingDelete(false);
            void record.remove().then((isGone) => isGone && go(up, true));
          }}
        />
      )}
    </article>
  );
}

/** A change that waits for the answer to its question. */
interface Asked {
  name: string;
  value: unknown;
  question: Question;
}

/** The lines of the open record; null until there is a record that can hold them. */
function useLines(page: Page, record: OpenRecord) {
  const { api, language } = useHandel();
  const id = record.row.id;
  const { queue, refresh, setProblems } = record;
  const latest = useRef(refresh);
  latest.current = refresh;
  const rows = useMemo(() => {
    if (!page.lines || !id) return null;
    const plan = {
      source: page.lines.source,
      columns: page.lines.columns,
      parent: { property: page.lines.parent, id: String(id) },
      defaults: page.lines.defaults,
      estimate: page.lines.estimate,
      order: page.lines.order,
    };
    // The totals of the header follow once the last of several changes is in.
    let timer = 0;
    const onSaved = () => {
      setProblems([]);
      clearTimeout(timer);
      timer = window.setTimeout(() => void queue.run(followUp), 0);
    };
    const made = new EditableRows(api, plan, queue, { onSaved, onProblems: setProblems });
    const followUp = async () => {
      const header = await latest.current();
      const settled = made.settledValues;
      if (header && settled && !addsUp(header, settled)) await made.load();
    };
    return made;
  }, [api, id, page.lines, queue, setProblems]);
  const load = useCallback(async () => {
    await rows?.load().catch((error: unknown) => setProblems(problemsOf(error, language)));
  }, [language, rows, setProblems]);
  // What the books keep about a record follows each of its versions.
  const version = page.lines?.readOnly ? etagOf(record.row) : undefined;
  useEffect(() => {
    void load();
  }, [load, version]);
  return { rows, load };
}

/** A new record that comes with its answers (a customer's new order) is made at once. */
function useStartFromAddress(record: OpenRecord, start: Row): void {
  const isDone = useRef(false);
  useEffect(() => {
    const first = Object.entries(start)[0];
    if (isDone.current || record.state !== 'new' || !first) return;
    isDone.current = true;
    record.change(first[0], first[1]);
  }, [record, start]);
}

async function reload(record: OpenRecord, loadLines: () => Promise<void>): Promise<void> {
  record.setProblems([]);
  await record.refresh();
  await loadLines();
}

function jumpTo(problem: Problem, grid: GridHandle | null): boolean {
  const target = targetOf(problem);
  if (!target) return false;
  if (target.lineId) {
    grid?.focus(target.lineId, target.field);
    return true;
  }
  const input = document.querySelector<HTMLInputElement>(
    `input[name="${CSS.escape(target.field)}"]`,
  );
  input?.closest('details')?.setAttribute('open', '');
  input?.focus();
  return input !== null;
}

function SaveState({ record, page }: { record: OpenRecord; page: Page }) {
  const { language, texts } = useHandel();
  const status = fieldsOf(page).find((field) => field.name === 'status');
  const shown = status && formatValue(status, record.row.status, language);
  const missing = mandatoryOf(page).map((field) => field.caption.toLowerCase());
  const start = record.state === 'new' && missing.length > 0;
  return (
    <>
      <span className="save-state">
        {record.isSaving ? texts.saving : start ? texts.fillFirst(missing.join(', ')) : ''}
      </span>
      {shown && record.state === 'ready' && (
        <Badge appearance="tint" size="large">
          {shown}
        </Badge>
      )}
    </>
  );
}

function Waiting({ page, problems }: { page: Page; problems: Problem[] }) {
  const { texts } = useHandel();
  return (
    <article className="page page-record">
      <PageHead caption={page.caption} />
      <ProblemsPanel problems={problems} onClose={() => {}} />
      {problems.length === 0 && <Spinner className="waiting" delay={300} label={texts.loading} />}
    </article>
  );
}

function Gone({ caption, onBack }: { caption: string; onBack: () => void }) {
  const { texts } = useHandel();
  return (
    <article className="page page-record">
      <PageHead caption={caption} />
      <div className="empty">
        <p>{texts.notFoundRecord}</p>
        <Button appearance="primary" onClick={onBack}>
          {texts.back}
        </Button>
      </div>
    </article>
  );
}
