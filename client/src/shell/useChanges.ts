import { useEffect, useRef } from 'react';
import { ChangeFeed } from './changes';
import { useHandel } from './context';

let feed: { company: string; changes: ChangeFeed } | null = null;

function feedOf(company: string): ChangeFeed {
  if (feed?.company !== company) {
    const changes = new ChangeFeed(`/api/handel/companies(${company})/events`, {
      open: (url) => new EventSource(url),
      isHidden: () => document.hidden,
    });
    feed = { company, changes };
    document.addEventListener('visibilitychange', () => changes.settle());
  }
  return feed.changes;
}

/** Calls back when somebody changed rows of the set, here or elsewhere; '*' is any set. */
export function useChanges(set: string | undefined, onChange: () => void): void {
  const { company } = useHandel();
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(
    () => (set ? feedOf(company.id).listen(set, () => latest.current()) : undefined),
    [company.id, set],
  );
}
