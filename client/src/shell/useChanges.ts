import { useEffect, useRef } from 'react';
import { useHandel } from './context';

/** Something changed in an entity set, made known by the server while we look on. */
export interface Changed {
  set: string;
  id?: string;
}

type Listener = (changed: Changed) => void;

const listeners = new Set<Listener>();
let stream: { url: string; source: EventSource } | null = null;
const QUIET_MS = 400;

function listenTo(url: string): void {
  if (stream?.url === url) return;
  stream?.source.close();
  const source = new EventSource(url);
  source.onmessage = (event) => {
    const changed = JSON.parse(event.data) as Changed;
    for (const listener of listeners) listener(changed);
  };
  // A server without the stream answers once with an error: then there are no live updates.
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) stream = { url, source };
  };
  stream = { url, source };
}

/** Calls back when someone changed rows of the set; several changes at once make one call. */
export function useChanges(set: string | undefined, onChange: () => void): void {
  const { company } = useHandel();
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (!set) return;
    listenTo(`/api/handel/companies(${company.id})/events`);
    let timer = 0;
    const listener: Listener = (changed) => {
      if (changed.set !== set && set !== '*') return;
      clearTimeout(timer);
      timer = window.setTimeout(() => latest.current(), QUIET_MS);
    };
    listeners.add(listener);
    return () => {
      clearTimeout(timer);
      listeners.delete(listener);
    };
  }, [company.id, set]);
}
