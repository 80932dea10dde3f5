/** Calls back when rows of the set changed; '*' stands for any set. */
interface Listener {
  set: string;
  onChange: () => void;
  timer: number | undefined;
  calledAt: number;
}

/** As the browser has it; so much of it that a test can be one. */
export type Source = Pick<EventSource, 'close' | 'readyState' | 'onmessage' | 'onerror'>;

/** What the feed needs of the browser. */
export interface Surroundings {
  open: (url: string) => Source;
  isHidden: () => boolean;
}

/** Several changes at once make one call. */
export const QUIET_MS = 400;
/** Between two calls while changes keep coming: a page reads, it does not race. */
export const GAP_MS = 3_000;
/** Before a server that refused is asked again. */
export const RETRY_MS = 60_000;
/** A page that goes and one that comes share the connection. */
const LINGER_MS = 1_000;
const CLOSED = 2;
const ANYTHING = '*';

/**
 * What changes in a company while somebody looks on. One connection for all that is on screen,
 * none while the window is hidden; whoever comes back hears what he missed.
 */
export class ChangeFeed {
  private readonly listeners = new Set<Listener>();
  private readonly url: string;
  private readonly around: Surroundings;
  private source: Source | null = null;
  private position = '';
  private timer: number | undefined;

  constructor(url: string, around: Surroundings) {
    this.url = url;
    this.around = around;
  }

  listen(set: string, onChange: () => void): () => void {
    const listener: Listener = { set, onChange, timer: undefined, calledAt: -Infinity };
    this.listeners.add(listener);
    this.settle();
    return () => {
      clearTimeout(listener.timer);
      this.listeners.delete(listener);
      this.later(LINGER_MS);
    };
  }

  /** Opens or closes the connection, as the page now needs it. */
  settle(): void {
    clearTimeout(this.timer);
    const isNeeded = this.listeners.size > 0 && !this.around.isHidden();
    if (!isNeeded) {
      this.source?.close();
      this.source = null;
    } else if (!this.source) {
      this.connect();
    }
  }

  private connect(): void {
    const since = this.position ? `?since=${encodeURIComponent(this.position)}` : '';
    const source = this.around.open(this.url + since);
    this.source = source;
    source.onmessage = (event: MessageEvent<string>) => {
      this.position = event.lastEventId;
      this.hear((JSON.parse(event.data) as { sets: string[] }).sets);
    };
    source.onerror = () => {
      // A connection that broke is made again by the browser; one that was refused is not.
      if (source.readyState !== CLOSED || this.source !== source) return;
      this.source = null;
      this.later(RETRY_MS);
    };
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), ms) as unknown as number;
  }

  private hear(sets: string[]): void {
    const told = new Set(sets);
    for (const listener of this.listeners)
      if (listener.set === ANYTHING || told.has(ANYTHING) || told.has(listener.set))
        this.tell(listener);
  }

  private tell(listener: Listener): void {
    if (listener.timer !== undefined) return;
    const rest = listener.calledAt + GAP_MS - Date.now();
    listener.timer = setTimeout(
      () => {
        listener.timer = undefined;
        listener.calledAt = Date.now();
        listener.onChange();
      },
      Math.max(QUIET_MS, rest),
    ) as unknown as number;
  }
}
