import { Button, Input, Tab, TabList } from '@fluentui/react-components';
import {
  AddRegular,
  ArrowClockwiseRegular,
  FilterDismissRegular,
  SearchRegular,
} from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/problems';
import { FieldInput } from '../fields/FieldInput';
import { ListGrid, type ListHandle } from '../grid/ListGrid';
import { formatKind } from '../i18n/values';
import { ProblemsPanel } from '../problems/ProblemsPanel';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { go, type Route } from '../shell/route';
import { useNarrow } from '../shell/useNarrow';
import { useChanges } from '../shell/useChanges';
import { ActionBar, type BarAction } from './ActionBar';
import type { Page, Row } from './model';
import { PageHead } from './PageHead';
import { allOf, fillFilter, searchFilter } from './rules';
import { useExcel } from './useExcel';
import { useRowActions } from './useRowActions';

const TYPING_PAUSE_MS = 250;

/** A list: views, a search box, rows without end. */
export function ListPage({ page, route }: { page: Page; route: Route }) {
  const { company, language, texts } = useHandel();
  const isNarrow = useNarrow();
  const [count, setCount] = useState<number | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [version, setVersion] = useState(0);
  const [row, setRow] = useState<Row | null>(null);
  const [orderBy, setOrderBy] = useState('');
  const [search, setSearch] = useState(route.query.q ?? '');
  const [typed, setTyped] = useState(search);
  const box = useRef<HTMLInputElement>(null);
  const view = page.views.find((one) => one.id === route.query.view);
  const asked = page.request && fillFilter(page.request.filter, route.query, true);
  const found = searchFilter(page.search, search);
  const filter = allOf(view?.filter, route.query.filter, asked, found);
  const refresh = useCallback(() => setVersion((now) => now + 1), []);
  const grid = useRef<ListHandle>(null);
  // What is on screen is read again where it stands; an empty list begins anew.
  useChanges(page.source?.set, () => (count ? grid.current?.reread() : refresh()));

  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const toQuery = (query: Record<string, string>) => go({ ...route, query }, true);
  const answer = (name: string, value: unknown) => {
    const { [name]: _, ...rest } = route.query;
    toQuery(value ? { ...rest, [name]: String(value) } : rest);
  };
  const open = () => go({ company: company.id, page: page.card!, record: 'new', query: {} });
  const canNew = page.canInsert && page.card !== undefined;
  const rowActions = useRowActions(page, row);
  const excel = useExcel(page, { filter, orderBy }, setProblems);
  useKeys([
    { keys: 'Alt+N', caption: texts.keyNew, run: open, enabled: canNew },
    { keys: 'F3', caption: texts.keyFilter, run: () => box.current?.focus() },
    { keys: 'F5', caption: texts.keyRefresh, run: refresh },
  ]);
  const settle = (total: number | null, first?: Row) => {
    setCount(total);
    // A link to one document: its card, without the list between.
    if ((route.query.single || page.opensAtOnce) && total === 1 && page.card && first)
      go({ company: company.id, page: page.card, record: String(first.id), query: {} }, true);
  };
  const actions: BarAction[] = [
    ...(canNew
      ? [
          {
            id: 'new',
            caption: texts.new,
            shortcut: 'Alt+N',
            primary: true,
            icon: <AddRegular />,
            run: open,
          },
        ]
      : []),
    {
      id: 'refresh',
      caption: texts.keyRefresh,
      shortcut: 'F5',
      icon: <ArrowClockwiseRegular />,
      run: refresh,
    },
    ...rowActions,
    excel,
  ];
  return (
    <article className="page page-list">
      <PageHead
        caption={page.caption}
        status={count === null ? '' : texts.rows(formatKind('integer', count, language))}
      >
        <ActionBar actions={actions} />
        {page.request && page.request.fields.length > 0 && (
          <div className="request" data-fields>
            {page.request.fields.map((field) => (
              <FieldInput
                key={field.name}
                field={field}
                row={route.query}
                isEditable
                onChange={answer}
              />
            ))}
          </div>
        )}
        <div className="list-bar">
          {page.search.length > 0 && (
            <Input
              input={{ ref: box }}
              type="search"
              className="list-search"
              contentBefore={<SearchRegular />}
              placeholder={texts.searchIn(page.caption)}
              aria-label={texts.searchIn(page.caption)}
              value={typed}
              onChange={(_, data) => setTyped(data.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') setSearch(typed);
                if (event.key === 'Escape' && typed) {
                  event.preventDefault();
                  setTyped('');
                }
              }}
            />
          )}
          {page.views.length > 1 && (
            <TabList
              size="small"
              aria-label={texts.view}
              selectedValue={view?.id ?? page.views[0]!.id}
              onTabSelect={(_, data) => toQuery({ ...route.query, view: String(data.value) })}
            >
              {page.views.map((one) => (
                <Tab key={one.id} value={one.id}>
                  {one.caption}
                </Tab>
              ))}
            </TabList>
          )}
          {route.query.filter && (
            <Button
              size="small"
              icon={<FilterDismissRegular />}
              title={route.query.filter}
              onClick={() => toQuery(view ? { view: view.id } : {})}
            >
              {texts.clearFilter}
            </Button>
          )}
        </div>
      </PageHead>
      <ProblemsPanel problems={problems} fields={page.columns} onClose={() => setProblems([])} />
      <div className="list-rows">
        <ListGrid
          page={page}
          filter={filter}
          isNarrow={isNarrow}
          version={version}
          handle={grid}
          onCount={settle}
          onProblems={setProblems}
          onRow={setRow}
          onOrder={setOrderBy}
        />
        {count === 0 && problems.length === 0 && (
          <div className="empty">
            <p>{search ? texts.emptySearch(search) : texts.empty(page.caption)}</p>
            {canNew && !search && (
              <Button appearance="primary" icon={<AddRegular />} onClick={open}>
                {texts.new}
              </Button>
            )}
          </div>
        )}
      </div>
    </article>
  );
}
