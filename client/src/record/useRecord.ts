import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ChangeQueue } from '../api/queue';
import { ApiFailure, type Problem, problemsOf } from '../api/problems';
import { formatValue } from '../i18n/values';
import type { Page, Row } from '../pages/model';
import { canCreate, fieldsOf } from '../pages/rules';
import { useHandel } from '../shell/context';

export type RecordState = 'loading' | 'ready' | 'new' | 'gone';

/** One record on a card: what is shown, and the ways to change it. */
export interface OpenRecord {
  state: RecordState;
  row: Row;
  isSaving: boolean;
  problems: Problem[];
  queue: ChangeQueue;
  change: (field: string, value: unknown, confirm?: string) => void;
  refresh: () => Promise<Row | null>;
  remove: () => Promise<boolean>;
  setProblems: (problems: Problem[]) => void;
}

/**
 * Loads a record and saves each change as it is made. What was typed shows at once; the answer
 * brings everything that follows from it. A new record is made when its mandatory fields are known.
 */
export function useRecord(
  page: Page,
  id: string | undefined,
  start: Row,
  onCreated: (id: string) => void,
): OpenRecord {
  const { api, language, texts } = useHandel();
  const source = page.source!;
  const [state, setState] = useState<RecordState>(id ? 'loading' : 'new');
  const [server, setServer] = useState<Row>(id ? {} : start);
  const [pending, setPending] = useState<Row>({});
  const [isSaving, setSaving] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const queue = useMemo(() => new ChangeQueue(setSaving), []);
  const known = useRef<Row>(id ? {} : start);
  const draft = useRef<Row>(id ? {} : start);

  const take = useCallback((row: Row) => {
    known.current = row;
    setServer(row);
    setState('ready');
  }, []);

  const refresh = useCallback(async () => {
    const key = String(known.current.id ?? id ?? '');
    if (!key) return null;
    try {
      const row = await api.get(source, key);
      take(row);
      return row;
    } catch (error) {
      if (error instanceof ApiFailure && error.status === 404) setState('gone');
      else setProblems(problemsOf(error, language));
      return null;
    }
  }, [api, id, language, source, take]);

  useEffect(() => {
    if (id && known.current.id !== id) void refresh();
  }, [id, refresh]);

  const conflict = useCallback(
    async (before: Row): Promise<Problem[]> => {
      const after = (await refresh()) ?? before;
      const changes = fieldsOf(page)
        .filter((field) => before[field.name] !== after[field.name])
        .map((field) => {
          const show = (row: Row) => formatValue(field, row[field.name], language) || texts.empty1;
          return {
            field: field.name,
            text: texts.changedField(field.caption, show(before), show(after)),
          };
        });
      return [
        { code: 'Request_EntityChanged', message: texts.changedByOther },
        ...changes.map((one) => ({ code: 'changed', message: one.text, target: one.field })),
      ];
    },
    [language, page, refresh, texts],
  );

  const save = useCallback(
    async (field: string, value: unknown, confirm?: string) => {
      const before = known.current;
      try {
        if (before.id) {
          take(await api.change(source, before, { [field]: value }, confirm));
        } else if (canCreate(page, draft.current)) {
          const made = await api.create(source, draft.current);
          take(made);
          onCreated(String(made.id));
        }
        setProblems((all) => all.filter((one) => one.target !== field && one.code !== 'changed'));
      } catch (error) {
        const stale = error instanceof ApiFailure && error.isStale;
        const found = stale ? await conflict(before) : problemsOf(error, language);
        setProblems(found.map((one) => (one.target || stale ? one : { ...one, target: field })));
      }
    },
    [api, conflict, language, onCreated, page, source, take],
  );

  const change = useCallback(
    (field: string, value: unknown, confirm?: string) => {
      if (!known.current.id) {
        draft.current = { ...draft.current, [field]: value };
        setServer(draft.current);
      }
      setPending((all) => ({ ...all, [field]: value }));
      void queue
        .run(() => save(field, value, confirm))
        .then(() =>
          setPending((all) => {
            const { [field]: _, ...rest } = all;
            return all[field] === value ? rest : all;
          }),
        );
    },
    [queue, save],
  );

  const remove = useCallback(async () => {
    try {
      await queue.run(() => api.remove(source, known.current));
      return true;
    } catch (error) {
      setProblems(problemsOf(error, language));
      return false;
    }
  }, [api, language, queue, source]);

  const row = useMemo(() => ({ ...server, ...pending }), [server, pending]);
  return { state, row, isSaving, problems, queue, change, refresh, remove, setProblems };
}

/** Starts of a new record, given in the address: `new?customerNumber=10000`. */
export function startOf(page: Page, query: Record<string, string>): Row {
  const names = new Set(fieldsOf(page).map((field) => field.name));
  return Object.fromEntries(Object.entries(query).filter(([name]) => names.has(name)));
}
