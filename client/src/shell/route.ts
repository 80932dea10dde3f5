import { useSyncExternalStore } from 'react';

/** Where the user is: company, page, record, and what narrows the page. */
export interface Route {
  company: string;
  page: string;
  record?: string;
  query: Record<string, string>;
}

export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [company = '', page = '', record] = path.split('/').map(decodeURIComponent);
  const query = Object.fromEntries(new URLSearchParams(search));
  return { company, page, query, ...(record ? { record } : {}) };
}

export function hrefOf(route: Route): string {
  const path = [route.company, route.page, ...(route.record ? [route.record] : [])];
  const search = new URLSearchParams(route.query).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`;
}

export function go(route: Route, replace = false): void {
  const href = hrefOf(route);
  if (href === location.hash) return;
  if (replace) {
    history.replaceState(null, '', href);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = href;
  }
}

/** Back to where the user came from, or up to the given page when this is the first one. */
export function back(up: Route): void {
  if (history.length > 1 && visited > 1) history.back();
  else go(up);
}

let visited = 1;
let cached: { hash: string; route: Route } | undefined;

function subscribe(changed: () => void): () => void {
  const listener = () => {
    visited += 1;
    changed();
  };
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function snapshot(): Route {
  if (cached?.hash !== location.hash) {
    cached = { hash: location.hash, route: parseRoute(location.hash) };
  }
  return cached.route;
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, snapshot);
}
