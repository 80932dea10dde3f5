import { useEffect, useRef } from 'react';

/** One key combination and what it does, as the list of keys shows it. */
export interface KeyBinding {
  keys: string;
  caption: string;
  run: () => void;
  /** Works everywhere, not only on the page that declares it. */
  everywhere?: boolean;
  enabled?: boolean;
}

interface Layer {
  bindings: KeyBinding[];
  /** A dialog: the keys below it rest. */
  modal: boolean;
}

const layers: Layer[] = [];

/** The combination of an event, spelled as in captions: `Ctrl+Shift+F9`. */
export function keysOf(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  code?: string;
}): string {
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  const letter = event.altKey && event.code?.startsWith('Key') ? event.code.slice(3) : event.key;
  const isSign = letter.length === 1 && !/[a-z0-9]/i.test(letter);
  if (event.shiftKey && !isSign) parts.push('Shift');
  parts.push(letter.length === 1 ? letter.toUpperCase() : letter);
  return parts.join('+');
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function isPlain(keys: string): boolean {
  return keys.length === 1;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const keys = keysOf(event);
  if (isPlain(keys) && isTyping(event.target)) return;
  for (let i = layers.length - 1; i >= 0; i -= 1) {
    const layer = layers[i]!;
    const found = layer.bindings.find((one) => one.keys === keys && one.enabled !== false);
    if (found) {
      event.preventDefault();
      found.run();
      return;
    }
    if (layer.modal) return;
  }
}

/** Puts bindings on top while the component is shown. */
export function useKeys(bindings: KeyBinding[], modal = false): void {
  const layer = useRef<Layer>({ bindings, modal });
  layer.current.bindings = bindings;
  useEffect(() => {
    if (layers.length === 0) window.addEventListener('keydown', onKeyDown);
    const mine = layer.current;
    layers.push(mine);
    return () => {
      layers.splice(layers.indexOf(mine), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** All keys that work now. */
export function activeKeys(): KeyBinding[] {
  return layers.flatMap((layer) => layer.bindings).filter((one) => one.enabled !== false);
}
