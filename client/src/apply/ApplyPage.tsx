import { Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Problem, problemsOf, targetOf } from '../api/problems';
import { PreviewDialog } from '../dialogs/PreviewDialog';
import { FieldInput } from '../fields/FieldInput';
import { formatValue } from '../i18n/values';
import { ActionBar, type BarAction } from '../pages/ActionBar';
import type { Page, PageAction, Row } from '../pages/model';
import { PageHead } from '../pages/PageHead';
import { listOfSet, startAnswers, titleOf } from '../pages/rules';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { back, go, hrefOf, type Route } from '../shell/route';
import { useChanges } from '../shell/useChanges';
import {
  type Applied,
  appliedOf,
  bodyOf,
  keptMarks,
  markChanges,
  type Mark,
  type Marks,
  oldestFirst,
  startMarks,
  type Terms,
  untouched,
  withMark,
} from './application';
import { CandidateTable } from './CandidateTable';

const TYPING_PAUSE_MS = 150;

/** Settle an entry with open entries of the same party: mark, look, post (APP-04..06). */
export function ApplyPage({ page, route }: { page: Page; route: Route }) {
  const { api, company, language, notify, pages, texts } = useHandel();
  const start = useMemo(() => startAnswers(page.request!.fields, new Date()), [page]);
  const [terms, setTerms] = useState<Row>(start);
  /** What stands in the way now, and what was said about something that was done. */
  const [problems, setProblems] = useState<Problem[]>([]);
  const [told, setTold] = useState<Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [shown, setShown] = useState<Row | null>(null);
  const open = useOpenEntries(page, route.record ?? '', setTold);
  const { entry, candidates, marks, setMarks } = open;
  const body = useMemo(
    () => (entry ? bodyOf(entry, candidates, marks, terms as Terms) : null),
    [candidates, entry, marks, terms],
  );
  const preview = usePreview(page, entry, marks.size > 0 ? body : null, setProblems);
  const applied = useMemo(() => appliedOf(preview), [preview]);
  const up: Route = {
    company: company.id,
    page: listOfSet(pages, page.source!.set)?.id ?? 'roleCentre',
    query: {},
  };

  /** Runs what changes the books, once at a time. */
  const attempt = async (run: () => Promise<void>) => {
    if (isBusy || !entry) return;
    setBusy(true);
    setTold([]);
    try {
      await run();
    } catch (error) {
      setTold(problemsOf(error, language));
    }
    setBusy(false);
  };
  const post = (action: PageAction) =>
    attempt(async () => {
      const answer = await api.call(page.source!, entry!, action.call!, body!);
      const caption = titleOf(page, entry!);
      notify({
        text: texts.done(action.caption),
        links: [{ caption, href: hrefOf({ ...route, page: cardOf(page) }) }],
      });
      setTerms(start);
      const now = appliedOf(answer).get(String(entry!.id));
      if (now && now.remainingAmount === 0) go(up);
      else await open.load();
    });
  const markEntries = () =>
    attempt(async () => {
      for (const { row, values } of markChanges(entry!, candidates, marks, terms as Terms)) {
        const now = await api.get(page.source!, String(row.id));
        await api.change(page.source!, now, values);
      }
      await open.load();
    });
  const mark = useCallback(
    (id: string, next: Mark | null) => setMarks((all) => withMark(all, id, next)),
    [setMarks],
  );
  const runs: Record<string, (action: PageAction) => void> = {
    apply: (action) => void post(action),
    previewApply: () => setShown(preview),
    oldestFirst: () => entry && setMarks(oldestFirst(entry, candidates, terms as Terms)),
    markEntries: () => void markEntries(),
  };
  const canPost = preview !== null && problems.length === 0 && !isBusy;
  const isOpenFor = (action: PageAction) =>
    entry !== null && (action.call ? canPost : candidates.length > 0 && !isBusy);
  const run = (action: PageAction) => {
    leaveField();
    // What was typed counts: it is taken up before anything is done with it.
    setTimeout(() => latest.current[action.id]?.(action));
  };
  const latest = useRef(runs);
  latest.current = runs;
  useKeys([
    { keys: 'Escape', caption: texts.keyBack, run: () => back(up) },
    { keys: 'F5', caption: texts.keyRefresh, run: () => void open.load() },
    ...page.actions.flatMap((action) =>
      action.shortcut
        ? [
            {
              keys: action.shortcut,
              caption: action.caption,
              enabled: isOpenFor(action),
              run: () => run(action),
            },
          ]
        : [],
    ),
  ]);
  // What this page changes itself is read again when it is done.
  useChanges(page.source!.set, () => void (isBusy || open.reread()));
  const actions: BarAction[] = page.actions.map((action) => ({
    id: action.id,
    caption: action.caption,
    shortcut: action.shortcut,
    primary: action.primary,
    isEnabled: isOpenFor(action),
    run: () => run(action),
  }));
  return (
    <article className="page page-record page-apply">
      <PageHead
        caption={page.caption}
        title={entry ? titleOf(page, entry) : ''}
        onBack={() => back(up)}
      >
        <ActionBar actions={actions} />
      </PageHead>
      <ProblemsPanel
        problems={[...told, ...problems]}
        onJump={jump}
        onClose={() => {
          setTold([]);
          setProblems([]);
        }}
      />
      {!entry && told.length === 0 && <Spinner delay={300} label={texts.loading} />}
      {entry && (
        <>
          <EntryPart page={page} entry={entry} />
          <div className="request" data-fields>
            {page.request!.fields.map((field) => (
              <FieldInput
                key={field.name}
                field={field}
                row={terms}
                isEditable
                onChange={(name, value) => setTerms((all) => ({ ...all, [name]: value }))}
              />
            ))}
          </div>
          <section className="lines" aria-label={page.lines!.caption}>
            <header>
              <h2>{page.lines!.caption}</h2>
            </header>
            {candidates.length === 0 ? (
              <p className="empty quiet">{texts.empty(page.lines!.caption ?? '')}</p>
            ) : (
              <CandidateTable
                caption={page.lines!.caption ?? ''}
                columns={page.lines!.columns}
                entry={entry}
                candidates={candidates}
                marks={marks}
                terms={terms as Terms}
                applied={applied}
                onMark={mark}
              />
            )}
            <Outcome page={page} outcome={applied.get(String(entry.id)) ?? untouched(entry)} />
          </section>
        </>
      )}
      {shown && <PreviewDialog preview={shown} onClose={() => setShown(null)} />}
    </article>
  );
}

/** The card of the entry, which stands beside the page that applies it. */
function cardOf(page: Page): string {
  return page.source!.set.replace(/Entries$/, 'Entry');
}

function jump(problem: Problem): boolean {
  const name = targetOf(problem)?.field ?? '';
  const input = document.querySelector<HTMLInputElement>(`.request input[name="${name}"]`);
  input?.focus();
  return input !== null;
}

function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** The entry that is applied, in one line. */
function EntryPart({ page, entry }: { page: Page; entry: Row }) {
  const { language } = useHandel();
  return (
    <dl className="apply-entry">
      {page.groups[0]!.fields.map((field) => (
        <div key={field.name}>
          <dt>{field.caption}</dt>
          <dd>{formatValue(field, entry[field.name], language) || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What comes of it, in the currency of the entry; said again whenever it changes. */
function Outcome({ page, outcome }: { page: Page; outcome: Applied }) {
  const { language } = useHandel();
  return (
    <div className="totals" aria-live="polite">
      {page.lines!.totals.map((field) => (
        <div
          key={field.name}
          data-total={field.name}
          className={field.important ? 'total total-grand' : 'total'}
        >
          <span>{field.caption}</span>
          <output>{formatValue(field, outcome[field.name as keyof Applied], language)}</output>
        </div>
      ))}
    </div>
  );
}

interface OpenEntries {
  entry: Row | null;
  candidates: Row[];
  marks: Marks;
  setMarks: React.Dispatch<React.SetStateAction<Marks>>;
  load: () => Promise<void>;
  /** The same rows as they are now; what is marked stays marked. */
  reread: () => Promise<void>;
}

function useOpenEntries(
  page: Page,
  id: string,
  onProblems: (problems: Problem[]) => void,
): OpenEntries {
  const { api, language, texts } = useHandel();
  const [entry, setEntry] = useState<Row | null>(null);
  const [candidates, setCandidates] = useState<Row[]>([]);
  const [marks, setMarks] = useState<Marks>(new Map());
  const read = useCallback(async () => {
    const { parent, source } = page.lines!;
    try {
      const found = await api.get(page.source!, id);
      const filter = `${parent} eq ${String(found.entryNumber)}`;
      const rows = await api.all(source, { filter });
      setEntry(found);
      setCandidates(rows);
      return { found, rows };
    } catch (error) {
      onProblems(problemsOf(error, language));
      return null;
    }
  }, [api, id, language, onProblems, page]);
  const load = useCallback(async () => {
    onProblems([]);
    const now = await read();
    if (now) setMarks(startMarks(now.found, now.rows));
  }, [onProblems, read]);
  const seen = useRef({ candidates, marks });
  seen.current = { candidates, marks };
  const reread = useCallback(async () => {
    const before = seen.current;
    const now = await read();
    if (!now) return;
    const kept = keptMarks(before.marks, before.candidates, now.rows);
    if (kept.size === before.marks.size) return;
    setMarks(kept);
    onProblems([{ code: 'changed', message: texts.changedByOther }]);
  }, [onProblems, read, texts]);
  useEffect(() => {
    void load();
  }, [load]);
  return { entry, candidates, marks, setMarks, load, reread };
}

/** Asks what would happen, a moment after the last change; null while nothing is marked. */
function usePreview(
  page: Page,
  entry: Row | null,
  body: Row | null,
  onProblems: (problems: Problem[]) => void,
): Row | null {
  const { api, language } = useHandel();
  const [answer, setAnswer] = useState<Row | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setAnswer((now) => (body ? now : null));
    onProblems([]);
    if (!entry || !body) return;
    const ask = () =>
      api.call(page.source!, entry, 'previewApply', body).then(
        (found) => {
          if (!isCurrent) return;
          onProblems([]);
          setAnswer(found);
        },
        (error: unknown) => {
          if (!isCurrent) return;
          setAnswer(null);
          onProblems(problemsOf(error, language));
        },
      );
    const timer = setTimeout(() => void ask(), TYPING_PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, body, entry, language, onProblems, page]);
  return answer;
}
