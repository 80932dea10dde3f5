import { Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { Modal } from '../dialogs/Modal';
import { rowHref } from '../pages/links';
import { searchFilter, titleOf } from '../pages/rules';
import { current, type Handel, useHandel } from './context';
import { useKeys } from './keys';
import { hrefOf } from './route';

interface Entry {
  id: string;
  group: string;
  caption: string;
  hint: string;
  run: () => void;
}

const PAUSE_MS = 180;
const PER_SET_MAX = 5;
const PAGES_MAX = 8;

/** Search everywhere: pages, what can be done here, and records by number or name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const handel = useHandel();
  const { texts } = handel;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const records = useRecords(handel, typed);
  const local = useMemo(() => localEntries(handel, typed), [handel, typed]);
  const entries = [...local, ...records];
  useKeys([{ keys: 'Escape', caption: texts.close, run: onClose }], true);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    // The dialog hands the focus back first; then the page takes it.
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = (active + step + entries.length) % Math.max(1, entries.length);
      setActive(next);
      document.getElementById(`found-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(entries[active]);
    }
  };
  return (
    <Modal title={texts.searchEverywhere} className="palette" isTitleUnseen onClose={onClose}>
      <Input
        autoFocus
        size="large"
        className="palette-input"
        contentBefore={<SearchRegular />}
        placeholder={texts.searchHint}
        value={typed}
        onChange={(_, data) => {
          setTyped(data.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-label={texts.searchEverywhere}
        aria-expanded
        aria-controls="found"
        aria-activedescendant={entries[active] ? `found-${active}` : undefined}
      />
      <div id="found" className="found" role="listbox" aria-label={texts.search}>
        {entries.map((entry, at) => (
          <div
            key={entry.id}
            id={`found-${at}`}
            role="option"
            aria-selected={at === active}
            className="found-entry"
            onMouseMove={() => setActive(at)}
            onClick={() => run(entry)}
          >
            <span>{entry.caption}</span>
            <small>{entry.hint || entry.group}</small>
          </div>
        ))}
        {entries.length === 0 && (
          <div className="quiet" role="option" aria-disabled aria-selected={false}>
            {texts.nothingFound}
          </div>
        )}
      </div>
    </Modal>
  );
}

function goTo(href: string): void {
  location.hash = href;
}

/** What is known without asking the server. */
function localEntries(handel: Handel, typed: string): Entry[] {
  const { pages, company, texts } = handel;
  const low = typed.trim().toLowerCase();
  const fits = (caption: string) => caption.toLowerCase().includes(low);
  const commands = current.commands;
  const actions = (commands?.actions ?? [])
    .filter((action) => fits(action.caption))
    .map((action) => ({
      id: `action/${action.id}`,
      group: texts.actions,
      caption: action.caption,
      hint: action.shortcut ?? '',
      run: () => commands?.run(action),
    }));
  const news = pages.pages
    .filter((page) => page.kind === 'list' && page.canInsert && page.card)
    .map((page) => {
      const card = pages.pages.find((one) => one.id === page.card);
      const href = hrefOf({ company: company.id, page: page.card!, record: 'new', query: {} });
      return {
        id: `new/${page.id}`,
        group: texts.actions,
        caption: `${texts.new}: ${card?.caption.toLowerCase() ?? ''}`,
        hint: '',
        run: () => goTo(href),
      };
    })
    .filter((entry) => low !== '' && fits(entry.caption));
  const items = pages.menu.flatMap((group) =>
    group.items.map((item) => ({
      id: `page/${item.page}/${item.view ?? ''}`,
      group: group.caption,
      caption: item.caption,
      hint: group.caption,
      run: () =>
        goTo(
          hrefOf({
            company: company.id,
            page: item.page,
            query: item.view ? { view: item.view } : {},
          }),
        ),
    })),
  );
  return [...actions, ...items.filter((one) => fits(one.caption)).slice(0, PAGES_MAX), ...news];
}

/** Records whose number starts with, or whose name contains, what is typed. */
function useRecords(handel: Handel, typed: string): Entry[] {
  const [found, setFound] = useState<Entry[]>([]);
  const { api, pages, company } = handel;
  useEffect(() => {
    const text = typed.trim();
    if (text.length < 2) {
      setFound([]);
      return;
    }
    const asked = new AbortController();
    const timer = setTimeout(() => {
      const lists = pages.pages.filter((page) => page.searchEverywhere && page.source);
      const searches = lists.map(async (page) => {
        const filter = searchFilter(page.search, text);
        const { rows } = await api.list(
          page.source!,
          { filter, top: PER_SET_MAX, orderBy: undefined },
          asked.signal,
        );
        return rows.flatMap((row) => {
          const href = rowHref(page, company.id, row);
          const caption = titleOf(page, row);
          const id = `${page.id}/${String(row.id)}`;
          const run = () => goTo(href!);
          return href ? [{ id, group: page.caption, caption, hint: page.caption, run }] : [];
        });
      });
      void Promise.allSettled(searches).then((results) => {
        if (asked.signal.aborted) return;
        setFound(results.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])));
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [api, company.id, pages, typed]);
  return found;
}
