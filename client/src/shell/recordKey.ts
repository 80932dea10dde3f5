import type { Route } from './route';

const keptKeys = new Map<string, string>();
let made = 0;

/** The identity of a record page on screen. */
export function recordKey(route: Route): string {
  if (route.record === 'new') return `new-${made}-${JSON.stringify(route.query)}`;
  return keptKeys.get(route.record ?? '') ?? route.record ?? '';
}

/** A record that was just made keeps its page, so that nobody loses the cursor. */
export function keepPage(route: Route, id: string): void {
  keptKeys.set(id, recordKey(route));
  made += 1;
}
