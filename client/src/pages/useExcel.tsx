import { TableArrowUpRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { Query } from '../api/odata';
import { type Problem, problemsOf } from '../api/problems';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import type { BarAction } from './ActionBar';
import { saveFile } from './files';
import type { Page } from './model';

const KEYS = 'Ctrl+Alt+E';
const NO_CAPTIONS: Record<string, string> = {};

/** What is on the page as a workbook: its filter, its order, its columns by their captions. */
export function useExcel(
  page: Page,
  query: Query,
  onProblems: (problems: Problem[]) => void,
  captions = NO_CAPTIONS,
): BarAction {
  const { api, language, texts } = useHandel();
  const [isBusy, setBusy] = useState(false);
  const { filter, orderBy } = query;
  const run = useCallback(() => {
    const asked = { filter, ...(orderBy ? { orderBy } : {}) };
    setBusy(true);
    api
      .sheet(page.source!, page.id, asked, captions)
      .then((file) => saveFile(file, `${page.caption}.xlsx`))
      .catch((error: unknown) => onProblems(problemsOf(error, language)))
      .finally(() => setBusy(false));
  }, [api, captions, filter, language, onProblems, orderBy, page]);
  const isEnabled = !isBusy && filter !== null;
  useKeys([{ keys: KEYS, caption: texts.keyExcel, run, enabled: isEnabled }]);
  return {
    id: 'excel',
    caption: texts.excel,
    shortcut: KEYS,
    icon: <TableArrowUpRegular />,
    isEnabled,
    run,
  };
}
