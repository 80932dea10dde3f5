import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useHandel } from '../shell/context';
import { activeKeys, useKeys } from '../shell/keys';
import { Modal } from './Modal';

/** The keys that work here and now. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useHandel();
  const bindings = useMemo(() => activeKeys(), []);
  useKeys([{ keys: 'Escape', caption: texts.close, run: onClose }], true);
  const inLines = [
    ['Enter / Tab', texts.keyNextCell],
    ['Shift+Enter / Shift+Tab', texts.keyPreviousCell],
    ['F2', texts.keyEdit],
    ['F8', texts.keyCopyAbove],
    [texts.keySpace, texts.keyTick],
    ['Alt+↓', texts.keyLookup],
    ['Ctrl+Insert', texts.keyInsertLine],
    ['Ctrl+Delete', texts.keyDeleteLine],
    ['Ctrl+V', texts.keyPaste],
  ] as const;
  const rowsOf = (everywhere: boolean) =>
    bindings
      .filter((one) => !!one.everywhere === everywhere)
      .map((one) => [one.keys, one.caption] as const);
  const parts = [
    [texts.keysHere, rowsOf(false)],
    [texts.keysInLines, inLines],
    [texts.keysEverywhere, rowsOf(true)],
  ] as const;
  return (
    <Modal
      title={texts.keys}
      className="keys"
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <Button type="submit" appearance="primary" autoFocus>
          {texts.close}
        </Button>
      }
    >
      {parts
        .filter(([, rows]) => rows.length > 0)
        .map(([title, rows]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([keys, caption]) => (
                <div key={keys + caption}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{caption}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </Modal>
  );
}
