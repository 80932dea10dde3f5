import type { Option } from './lookupRows';

export interface ListOptions {
  /** Name of the list for those who cannot see it. */
  label: string;
  nothing: string;
  find: (typed: string, signal: AbortSignal) => Promise<Option[]>;
  onPick: (option: Option) => void;
}

export interface AttachedList {
  isOpen: () => boolean;
  /** Opens the list with everything, whatever is typed. */
  openAll: () => void;
  /** The option that Enter or Tab would take, if the user has moved to one. */
  close: () => void;
  detach: () => void;
}

const TYPING_PAUSE_MS = 120;
let lists = 0;

/**
 * Makes an input a combobox (ARIA 1.2): a list below it that follows what is typed. The same code
 * serves the fields of a card and the cells of a grid.
 */
export function attachList(input: HTMLInputElement, options: ListOptions): AttachedList {
  return new ListBelow(input, options);
}

class ListBelow implements AttachedList {
  private readonly input: HTMLInputElement;
  private readonly options: ListOptions;
  private readonly list: HTMLDivElement;
  private readonly id = `list-${(lists += 1)}`;
  private shown: Option[] = [];
  private active = -1;
  private timer = 0;
  private asked: AbortController | undefined;

  constructor(input: HTMLInputElement, options: ListOptions) {
    this.input = input;
    this.options = options;
    this.list = document.createElement('div');
    this.list.id = this.id;
    this.list.className = 'choice-list';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', options.label);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.autocomplete = 'off';
    input.addEventListener('input', this.onInput);
    input.addEventListener('keydown', this.onKeyDown, true);
    input.addEventListener('blur', this.onBlur);
    this.list.addEventListener('mousedown', this.onMouseDown);
  }

  isOpen = () => this.list.isConnected;

  openAll = () => this.ask('', 0);

  close = () => {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.list.remove();
    this.active = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-controls');
    this.input.removeAttribute('aria-activedescendant');
  };

  detach = () => {
    this.close();
    this.input.removeEventListener('input', this.onInput);
    this.input.removeEventListener('keydown', this.onKeyDown, true);
    this.input.removeEventListener('blur', this.onBlur);
  };

  // The list on screen is of an earlier text: Enter must not take from it what was not meant.
  private onInput = () => {
    this.active = -1;
    this.mark();
    this.ask(this.input.value, TYPING_PAUSE_MS);
  };

  private onBlur = () => this.close();

  private onKeyDown = (event: KeyboardEvent) => {
    const opens = event.key === 'ArrowDown' && (event.altKey || !this.isOpen());
    if (opens) {
      this.take(event);
      this.openAll();
      return;
    }
    if (!this.isOpen()) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.take(event);
      this.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      this.take(event);
      this.close();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      // Picks, and lets the key go on: to the next field or cell.
      const option = this.shown[this.active];
      if (option) this.pick(option);
      this.close();
    }
  };

  private take(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
  }

  private onMouseDown = (event: MouseEvent) => {
    event.preventDefault();
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
    const option = item && this.shown[Number(item.dataset.at)];
    if (option) {
      this.pick(option);
      this.close();
    }
  };

  private pick(option: Option): void {
    this.input.value = option.display;
    this.options.onPick(option);
  }

  private ask(typed: string, pause: number): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    this.timer = window.setTimeout(() => {
      this.options.find(typed, asked.signal).then(
        (found) => asked.signal.aborted || this.show(found, typed),
        () => this.close(),
      );
    }, pause);
  }

  private show(found: Option[], typed: string): void {
    if (document.activeElement !== this.input) return;
    this.shown = found;
    this.active = bestOf(found, typed);
    this.list.replaceChildren(...found.map((option, at) => this.itemOf(option, at)));
    if (found.length === 0) {
      const none = document.createElement('div');
      none.className = 'choice-none';
      none.textContent = this.options.nothing;
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      this.list.append(none);
    }
    (document.getElementById('overlays') ?? document.body).append(this.list);
    this.place();
    this.input.setAttribute('aria-expanded', 'true');
    this.input.setAttribute('aria-controls', this.id);
    this.mark();
  }

  private itemOf(option: Option, at: number): HTMLElement {
    const item = document.createElement('div');
    item.id = `${this.id}-${at}`;
    item.dataset.at = String(at);
    item.className = 'choice';
    item.setAttribute('role', 'option');
    const code = document.createElement('span');
    code.className = 'choice-code';
    code.textContent = option.display;
    item.append(code);
    if (option.text) {
      const text = document.createElement('span');
      text.className = 'choice-text';
      text.textContent = option.text;
      item.append(text);
    }
    return item;
  }

  private place(): void {
    const box = this.input.getBoundingClientRect();
    const width = Math.min(Math.max(box.width, 280), window.innerWidth - 16);
    const left = Math.max(8, Math.min(box.left, window.innerWidth - width - 8));
    const below = window.innerHeight - box.bottom - 12;
    const isAbove = below < 160 && box.top > below;
    this.list.style.width = `${width}px`;
    this.list.style.left = `${left}px`;
    this.list.style.maxHeight = `${Math.min(320, isAbove ? box.top - 12 : below)}px`;
    this.list.style.top = isAbove ? '' : `${box.bottom + 2}px`;
    this.list.style.bottom = isAbove ? `${window.innerHeight - box.top + 2}px` : '';
  }

  private move(step: number): void {
    if (this.shown.length === 0) return;
    this.active = (this.active + step + this.shown.length) % this.shown.length;
    this.mark();
  }

  private mark(): void {
    const items = [...this.list.querySelectorAll<HTMLElement>('.choice')];
    items.forEach((item, at) => item.setAttribute('aria-selected', String(at === this.active)));
    const item = items[this.active];
    if (item) {
      this.input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }
}

/** The option that Enter takes: the code as typed before the first that begins like it. */
function bestOf(found: Option[], typed: string): number {
  if (typed === '' || found.length === 0) return -1;
  const code = typed.trim().toLowerCase();
  return Math.max(
    0,
    found.findIndex((one) => one.display.toLowerCase() === code),
  );
}
