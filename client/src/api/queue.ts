/**
 * One change after the other: a document is a single thing, and a later change must carry the
 * version that an earlier one made.
 */
export class ChangeQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly onBusy: (busy: boolean) => void;

  constructor(onBusy: (busy: boolean) => void = () => {}) {
    this.onBusy = onBusy;
  }

  get isIdle(): boolean {
    return this.waiting === 0;
  }

  run<T>(change: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    this.onBusy(true);
    const result = this.tail.then(change, change);
    this.tail = result.then(
      () => this.done(),
      () => this.done(),
    );
    return result;
  }

  /** Resolves when all that was asked until now has been done. */
  settled(): Promise<unknown> {
    return this.tail;
  }

  private done(): void {
    this.waiting -= 1;
    if (this.waiting === 0) this.onBusy(false);
  }
}
