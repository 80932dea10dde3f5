import { useEffect } from 'react';
import { current, useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { go } from '../shell/route';
import type { BarAction } from './ActionBar';
import { drillRoute } from './links';
import type { Page, PageAction, Row } from './model';

/** What a list offers for the row that the user is on: ways to other pages. */
export function useRowActions(page: Page, row: Row | null): BarAction[] {
  const { company, pages } = useHandel();
  const routeOf = (action: PageAction) =>
    row && action.open ? drillRoute(pages, company.id, action.open, row) : null;
  const actions = page.actions
    .filter((action) => action.open)
    .map((action) => {
      const route = routeOf(action);
      return { action, route, run: () => void (route && go(route)) };
    });
  useKeys(
    actions.flatMap(({ action, route, run }) =>
      action.shortcut
        ? [{ keys: action.shortcut, caption: action.caption, run, enabled: route !== null }]
        : [],
    ),
  );
  useEffect(() => {
    const open = actions.filter(({ route }) => route).map(({ action }) => action);
    current.commands = {
      page,
      actions: open,
      run: (action) => actions.find((one) => one.action === action)?.run(),
    };
    return () => {
      current.commands = null;
    };
  });
  return actions.map(({ action, route, run }) => ({
    id: action.id,
    caption: action.caption,
    ...(action.shortcut ? { shortcut: action.shortcut } : {}),
    isEnabled: route !== null,
    run,
  }));
}
