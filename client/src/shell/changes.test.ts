import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChangeFeed, GAP_MS, QUIET_MS, RETRY_MS, type Source } from './changes';

const URL = '/events';

/** A browser whose connections are opened, fed and refused by hand. */
class Browser {
  readonly opened: { url: string; source: Source; isClosed: boolean }[] = [];
  hidden = false;

  open = (url: string): Source => {
    const one = { url, isClosed: false, source: null as unknown as Source };
    one.source = {
      readyState: 1,
      onmessage: null,
      onerror: null,
      close: () => (one.isClosed = true),
    };
    this.opened.push(one);
    return one.source;
  };

  isHidden = () => this.hidden;

  get last() {
    return this.opened.at(-1)!;
  }

  tell(position: string, ...sets: string[]): void {
    const event = { data: JSON.stringify({ sets }), lastEventId: position };
    this.last.source.onmessage!.call(null as never, event as MessageEvent);
  }

  refuse(): void {
    Object.assign(this.last.source, { readyState: 2 });
    this.last.source.onerror!.call(null as never, {} as Event);
  }
}

describe('changes', () => {
  let browser: Browser;
  let feed: ChangeFeed;
  beforeEach(() => {
    vi.useFakeTimers();
    browser = new Browser();
    feed = new ChangeFeed(URL, browser);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are told to who shows the set, once for several at the same time', () => {
    const orders = vi.fn();
    const items = vi.fn();
    feed.listen('salesOrders', orders);
    feed.listen('items', items);

    browser.tell('a-1', 'salesOrders');
    browser.tell('a-2', 'salesOrders', 'salesOrderLines');
    vi.advanceTimersByTime(QUIET_MS);

    expect(orders).toHaveBeenCalledTimes(1);
    expect(items).not.toHaveBeenCalled();
    expect(browser.opened).toHaveLength(1);
  });

  it('reach who listens to all sets, and "anything" reaches everybody', () => {
    const all = vi.fn();
    const items = vi.fn();
    feed.listen('*', all);
    feed.listen('items', items);

    browser.tell('a-1', 'vendors');
    vi.advanceTimersByTime(QUIET_MS);
    browser.tell('a-2', '*');
    vi.advanceTimersByTime(GAP_MS);

    expect(all).toHaveBeenCalledTimes(2);
    expect(items).toHaveBeenCalledTimes(1);
  });

  it('that do not end are told again and again, with a pause between', () => {
    const orders = vi.fn();
    feed.listen('salesOrders', orders);

    for (let at = 0; at < 100; at++) {
      browser.tell(`a-${at}`, 'salesOrders');
      vi.advanceTimersByTime(100);
    }

    // Ten seconds: after 0.4, 3.4, 6.4 and 9.4.
    expect(orders).toHaveBeenCalledTimes(4);
  });

  it('are not listened to while the window is hidden, and go on where they were', () => {
    feed.listen('salesOrders', vi.fn());
    browser.tell('a-7', 'items');

    browser.hidden = true;
    feed.settle();
    expect(browser.opened[0]!.isClosed).toBe(true);
    browser.hidden = false;
    feed.settle();

    expect(browser.opened.map((one) => one.url)).toEqual([URL, `${URL}?since=a-7`]);
  });

  it('share one connection from page to page, which goes when nobody listens', () => {
    const leave = feed.listen('salesOrders', vi.fn());
    leave();
    const leaveNext = feed.listen('items', vi.fn());
    vi.advanceTimersByTime(5_000);
    expect(browser.opened).toHaveLength(1);
    expect(browser.last.isClosed).toBe(false);

    leaveNext();
    vi.advanceTimersByTime(5_000);

    expect(browser.last.isClosed).toBe(true);
  });

  it('are asked for again a while after the server refused', () => {
    feed.listen('salesOrders', vi.fn());

    browser.refuse();
    vi.advanceTimersByTime(RETRY_MS - 1);
    expect(browser.opened).toHaveLength(1);
    vi.advanceTimersByTime(1);

    expect(browser.opened).toHaveLength(2);
  });

  it('do not reach who has left', () => {
    const orders = vi.fn();
    const leave = feed.listen('salesOrders', orders);
    browser.tell('a-1', 'salesOrders');

    leave();
    vi.advanceTimersByTime(GAP_MS);

    expect(orders).not.toHaveBeenCalled();
  });
});
