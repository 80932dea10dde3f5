import { useCallback, useState } from 'react';
import { type Problem, problemsOf } from '../api/problems';
import { useHandel } from '../shell/context';
import { go, hrefOf } from '../shell/route';
import type { OpenRecord } from '../record/useRecord';
import { saveFile, showFile } from './files';
import { drillRoute } from './links';
import type { DialogOption, Page, PageAction, Row, Source } from './model';
import { cardOfSet, holds } from './rules';

interface DocumentRef {
  entitySet: string;
  id: string;
  number: string;
}

/** What an action answered: documents that it made, and remarks. */
interface ActionResult {
  documents?: DocumentRef[];
  findings?: Finding[];
  /** Of a file that was brought in. */
  linesAdded?: number;
}

interface Finding {
  severity: string;
  message: string;
  target?: string;
  code?: string;
  /** Where in a file it is. */
  row?: number;
  column?: string;
}

export interface PageActions {
  asking: PageAction | null;
  preview: Row | null;
  run: (action: PageAction) => void;
  choose: (option: DialogOption, answers: Row) => Promise<boolean>;
  showPreview: (option: DialogOption, answers: Row) => void;
  closeAsk: () => void;
  closePreview: () => void;
}

/** Runs what a page offers on its record: calls, questions with a preview, ways to other pages. */
export function usePageActions(
  page: Page,
  record: OpenRecord,
  line: Row | null,
  afterCall: () => Promise<void>,
): PageActions {
  const handel = useHandel();
  const { api, company, language, notify, pages, texts } = handel;
  const [asking, setAsking] = useState<PageAction | null>(null);
  const [preview, setPreview] = useState<Row | null>(null);

  const call = useCallback(
    async (action: PageAction, name: string, body: Row): Promise<Row | null> => {
      const source: Source = { route: action.route, set: page.source!.set };
      return record.queue.run(async () => {
        // What was typed before is saved by now; ask for the version that it made.
        const row = (await record.refresh()) ?? record.row;
        return api.call(source, row, name, body);
      });
    },
    [api, page.source, record],
  );

  const finish = useCallback(
    async (action: PageAction, answer: Row | null) => {
      const result = (answer ?? {}) as ActionResult;
      const documents = (result.documents ?? []).flatMap((made) => {
        const card = cardOfSet(pages, made.entitySet);
        const route = card && { company: company.id, page: card.id, record: made.id, query: {} };
        return card && route ? [{ caption: `${card.caption} ${made.number}`, route }] : [];
      });
      const links = documents.map((one) => ({ caption: one.caption, href: hrefOf(one.route) }));
      const { linesAdded } = result;
      const text =
        linesAdded === undefined ? texts.done(action.caption) : texts.linesAdded(linesAdded);
      notify({ text, links });
      const findings: Problem[] = (result.findings ?? []).map((one) => ({
        code: one.code ?? one.severity,
        message: one.row ? texts.inFile(one.row, one.column ?? '', one.message) : one.message,
        ...(one.target ? { target: one.target } : {}),
        isRemark: one.severity !== 'Error',
      }));
      record.setProblems(findings);
      const row = await record.refresh();
      if (row) await afterCall();
      else if (documents[0]) go(documents.at(-1)!.route, true);
    },
    [afterCall, company.id, notify, pages, record, texts],
  );

  const attempt = useCallback(
    async (action: PageAction, body: Row): Promise<boolean> => {
      try {
        await finish(action, await call(action, action.call!, body));
        return true;
      } catch (error) {
        record.setProblems(problemsOf(error, language));
        return true;
      }
    },
    [call, finish, language, record],
  );

  const openFile = useCallback(
    async (action: PageAction) => {
      try {
        const id = String(record.row.id);
        const source: Source = { route: action.route, set: page.source!.set };
        const file = await record.queue.run(() => api.file(source, id, action.file!));
        if (file.type.startsWith('text/csv')) saveFile(file, `${action.caption}.csv`);
        else showFile(file);
      } catch (error) {
        record.setProblems(problemsOf(error, language));
      }
    },
    [api, language, page.source, record],
  );

  const run = useCallback(
    (action: PageAction) => {
      if (!holds(action.when, record.row)) return;
      leaveField();
      const from = action.ofLine ? (line ?? {}) : record.row;
      const route = action.open && drillRoute(pages, company.id, action.open, from);
      if (route) go(route);
      else if (action.file) void openFile(action);
      else if (action.dialog) setAsking(action);
      else if (action.call) void attempt(action, {});
    },
    [attempt, company.id, line, openFile, pages, record.row],
  );

  const showPreview = useCallback(
    (option: DialogOption, answers: Row) => {
      const action = asking;
      if (!action?.dialog?.preview) return;
      call(action, action.dialog.preview, { ...option.body, ...answers }).then(setPreview, (error: unknown) => {
        setAsking(null);
        record.setProblems(problemsOf(error, language));
      });
    },
    [asking, call, language, record],
  );

  return {
    asking,
    preview,
    run,
    choose: (option, answers) =>
      asking ? attempt(asking, { ...option.body, ...answers }) : Promise.resolve(true),
    showPreview,
    closeAsk: () => setAsking(null),
    closePreview: () => setPreview(null),
  };
}

/** A key runs an action while a field is being typed in: what is typed counts. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
