import type { KeyboardEvent } from 'react';
import { targetOf } from '../api/problems';
import { FieldInput } from '../fields/FieldInput';
import { formatValue } from '../i18n/values';
import type { OpenRecord } from '../record/useRecord';
import { useHandel } from '../shell/context';
import { useNarrow } from '../shell/useNarrow';
import type { Group, Page } from './model';
import { isBlank, mandatoryOf } from './rules';

interface Props {
  page: Page;
  record: OpenRecord;
  isEditable: boolean;
  /** A document shows its first group above the lines, and the rest below them. */
  part: 'all' | 'first' | 'rest';
  /** Where Enter goes after the last field. */
  onLastField?: () => void;
}

/** The groups of a card. Those of a document start folded, so that the lines are near. */
export function GroupsPart({ page, record, isEditable, part, onLastField }: Props) {
  const isNarrow = useNarrow();
  const first = record.state === 'new' ? firstEmpty(page, record) : undefined;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isLast =
      event.key === 'Enter' && event.target === [...openInputs(event.currentTarget)].at(-1);
    if (isLast && !event.shiftKey && onLastField) requestAnimationFrame(onLastField);
  };
  const shown = part === 'first' ? page.groups.slice(0, 1) : page.groups;
  const groups = part === 'rest' ? page.groups.slice(1) : shown;
  return (
    <div data-fields onKeyDown={onKeyDown}>
      {groups.map((group, at) => (
        <details
          key={group.id}
          className="group"
          open={(at === 0 && part !== 'rest') || (page.kind === 'card' && !isNarrow)}
        >
          <summary>
            <h2>{group.caption}</h2>
            <Summary group={group} record={record} />
          </summary>
          <div className="group-fields">
            {group.fields.map((field) => (
              <FieldInput
                key={field.name}
                field={field}
                row={record.row}
                isEditable={isEditable || (page.canEdit && field.evenReleased)}
                autoFocus={field.name === first}
                problem={record.problems.find((one) => isFor(one, field.name))?.message}
                onChange={record.change}
              />
            ))}
          </div>
        </details>
      ))}
    </div>
  );
}

function isFor(problem: { code: string; message: string; target?: string }, name: string): boolean {
  const target = targetOf(problem);
  return target !== null && !target.lineId && target.field === name && problem.code !== 'changed';
}

function firstEmpty(page: Page, record: OpenRecord): string | undefined {
  return mandatoryOf(page).find((field) => isBlank(record.row[field.name]))?.name;
}

function openInputs(scope: HTMLElement): Iterable<HTMLInputElement> {
  return [...scope.querySelectorAll<HTMLInputElement>('input:not([readonly])')].filter(
    (one) => !one.disabled && one.offsetParent !== null,
  );
}

/** What matters of a folded group, in one line. */
function Summary({ group, record }: { group: Group; record: OpenRecord }) {
  const { language } = useHandel();
  const shown = group.fields
    .filter((field) => !field.lookup || field.lookup.value === field.lookup.display)
    .map((field) => formatValue(field, record.row[field.name], language))
    .filter((text) => text !== '')
    .slice(0, 4);
  return <span className="group-summary">{shown.join(' · ')}</span>;
}
