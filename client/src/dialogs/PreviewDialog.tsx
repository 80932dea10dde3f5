import { Badge, Button, Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { isNumeric } from '../i18n/numbers';
import { formatKind, formatValue } from '../i18n/values';
import type { Row } from '../pages/model';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { Modal } from './Modal';
import { findingsOf, ledgersOf, totalsOf } from './preview';

/** What posting would write, ledger by ledger: the same plan that posting commits. */
export function PreviewDialog({ preview, onClose }: { preview: Row; onClose: () => void }) {
  const { pages, language, texts } = useHandel();
  const ledgers = ledgersOf(preview, pages);
  const totals = totalsOf(preview);
  const [set, setSet] = useState(ledgers[0]?.set ?? '');
  const shown = ledgers.find((one) => one.set === set);
  useKeys([{ keys: 'Escape', caption: texts.close, run: onClose }], true);
  return (
    <Modal
      title={texts.previewTitle}
      className="preview"
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <Button type="submit" appearance="primary" autoFocus>
          {texts.close}
        </Button>
      }
    >
      {findingsOf(preview).map((message) => (
        <p key={message} className="preview-finding" role="status">
          {message}
        </p>
      ))}
      {ledgers.length === 0 && <p>{texts.previewNothing}</p>}
      <TabList
        size="small"
        selectedValue={set}
        onTabSelect={(_, data) => setSet(String(data.value))}
      >
        {ledgers.map((ledger) => (
          <Tab key={ledger.set} value={ledger.set}>
            {ledger.caption} <Badge appearance="tint">{ledger.rows.length}</Badge>
          </Tab>
        ))}
      </TabList>
      {shown && (
        <div className="preview-rows" tabIndex={0} role="region" aria-label={shown.caption}>
          <table>
            <thead>
              <tr>
                {shown.columns.map((column) => (
                  <th
                    key={column.name}
                    scope="col"
                    className={isNumeric(column.kind) ? 'figure' : ''}
                  >
                    {column.caption}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.rows.map((row, at) => (
                <tr key={at}>
                  {shown.columns.map((column) => (
                    <td key={column.name} className={isNumeric(column.kind) ? 'figure' : ''}>
                      {formatValue(column, row[column.name], language)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {totals && (
        <p className="preview-totals">
          {texts.debit} <b>{formatKind('amount', totals.debit, language)}</b>
          {texts.credit} <b>{formatKind('amount', totals.credit, language)}</b>
          <Badge color={totals.debit === totals.credit ? 'success' : 'danger'}>
            {totals.debit === totals.credit ? texts.balanced : texts.notBalanced}
          </Badge>
        </p>
      )}
    </Modal>
  );
}
