import { Button, Checkbox, Field as Labelled, Input, Link } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { isNumeric } from '../i18n/numbers';
import { editText, formatValue, parseValue } from '../i18n/values';
import { choicesOf } from '../grid/CellEditor';
import { type AttachedList, attachList } from '../lookups/attachList';
import { displayOf, findOptions, type Option, resolveTyped } from '../lookups/lookupRows';
import { drillHref } from '../pages/links';
import type { Field, Lookup, Row } from '../pages/model';
import { isBlank, lookupFor } from '../pages/rules';
import { useHandel } from '../shell/context';

interface Props {
  field: Field;
  row: Row;
  isEditable: boolean;
  problem?: string | undefined;
  onChange: (field: string, value: unknown) => void;
  autoFocus?: boolean;
}

/** One field of a card: shown by language, typed loosely, saved when it is left. */
export function FieldInput(props: Props) {
  const { field, row, isEditable, problem } = props;
  const { pages, company, language } = useHandel();
  const value = row[field.name];
  const canEdit = isEditable && !field.readOnly;
  const href = drillHref(pages, company.id, field.drillDown, row);
  if (field.kind === 'boolean') {
    return (
      <Checkbox
        className="field-check"
        label={field.caption}
        checked={value === true}
        disabled={!canEdit}
        onChange={(_, data) => props.onChange(field.name, data.checked === true)}
      />
    );
  }
  if (field.kind === 'file') return <FileField {...props} />;
  return (
    <Labelled
      label={field.caption}
      required={field.mandatory && canEdit}
      size="small"
      validationState={problem ? 'error' : 'none'}
      validationMessage={problem}
      className={isNumeric(field.kind) ? 'field field-figure' : 'field'}
    >
      {canEdit ? (
        <TextField {...props} href={href} />
      ) : (
        <ReadField field={field} row={row} href={href} text={formatValue(field, value, language)} />
      )}
    </Labelled>
  );
}

/** A file of the user. Its content is the answer, encoded; nothing of its place. */
function FileField({ field, isEditable, onChange, autoFocus }: Props) {
  const take = async (file: File | undefined) =>
    onChange(field.name, file ? await base64Of(file) : '');
  return (
    <Labelled label={field.caption} required={field.mandatory} size="small" className="field">
      <input
        type="file"
        name={field.name}
        disabled={!isEditable}
        autoFocus={autoFocus}
        accept=".xlsx,.csv,.txt"
        aria-label={field.caption}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
    </Labelled>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onerror = () => failed(reader.error ?? new Error(file.name));
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}

function ReadField(props: { field: Field; row: Row; href: string | null; text: string }) {
  const { field, row, href, text } = props;
  const shown = useDisplay(lookupFor(field, row), row[field.name], text);
  const labelProps = { 'aria-label': `${field.caption}: ${shown || '–'}` };
  return href && shown ? (
    <Link href={href} className="field-read" {...labelProps}>
      {shown}
    </Link>
  ) : (
    <Input readOnly value={shown} appearance="filled-lighter" className="field-read" />
  );
}

/** An id is shown by its code. */
function useDisplay(lookup: Lookup | undefined, value: unknown, text: string): string {
  const { api } = useHandel();
  const isId = lookup !== undefined && lookup.value !== lookup.display;
  const [shown, setShown] = useState(isId ? '' : text);
  useEffect(() => {
    let isCurrent = true;
    if (!isId) setShown(text);
    else if (isBlank(value)) setShown('');
    else {
      displayOf(api, lookup, value).then(
        (display) => isCurrent && setShown(display),
        () => isCurrent && setShown(''),
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [api, isId, lookup, text, value]);
  return shown;
}

function TextField(props: Props & { href: string | null }) {
  const { field, row, onChange } = props;
  const { api, language, texts } = useHandel();
  const lookup = lookupFor(field, row);
  const value = row[field.name];
  const shown = useDisplay(lookup, value, formatValue(field, value, language));
  const [typed, showTyped] = useState<string | null>(null);
  // Enter leaves the field twice, by key and by focus: the second time nothing is left to save.
  const latest = useRef<string | null>(null);
  const setTyped = (text: string | null) => {
    latest.current = text;
    showTyped(text);
  };
  const [refusal, setRefusal] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const picked = useRef<Option | null>(null);
  const list = useListBelow(field, row, input, (option) => {
    picked.current = option;
    setTyped(option.display);
  });

  const save = async (text: string) => {
    const option = picked.current;
    picked.current = null;
    if (option && option.display === text) return accept(option.value);
    const parsed = parseValue(field, text, language, new Date());
    if (!parsed.ok) return setRefusal(parsed.message);
    if (!lookup || text.trim() === '') return accept(blankAsNull(field, parsed.value));
    const found = await resolveTyped(api, lookup, text, row);
    if (found.found === 'one') return accept(found.option.value);
    setRefusal(found.found === 'none' ? texts.notFoundValue(text) : texts.ambiguous(text));
  };
  const accept = (next: unknown) => {
    setRefusal('');
    setTyped(null);
    if (next !== value) onChange(field.name, next);
  };
  const leave = () => {
    const text = latest.current;
    if (text === null) return;
    latest.current = null;
    if (text === shown || text === editText(field, value, language)) {
      setTyped(null);
      setRefusal('');
    } else void save(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      leave();
      nextField(event.currentTarget, event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
      setRefusal('');
    }
  };
  const onFocus = (event: FocusEvent<HTMLInputElement>) => {
    if (isNumeric(field.kind) && typed === null) setTyped(editText(field, value, language));
    const element = event.currentTarget;
    requestAnimationFrame(() => element.select());
  };
  const hasList = lookup !== undefined || field.kind === 'choice';
  return (
    <>
      <Input
        input={{ ref: input }}
        name={field.name}
        value={typed ?? shown}
        autoFocus={props.autoFocus}
        inputMode={isNumeric(field.kind) ? 'decimal' : undefined}
        onChange={(_, data) => setTyped(data.value)}
        onFocus={onFocus}
        onBlur={leave}
        onKeyDown={onKeyDown}
        aria-invalid={refusal !== '' || undefined}
        contentAfter={
          hasList ? (
            <Button
              appearance="transparent"
              size="small"
              tabIndex={-1}
              aria-label={`${texts.choose}: ${field.caption}`}
              icon={<ChevronDownRegular />}
              onMouseDown={(event) => {
                event.preventDefault();
                input.current?.focus();
                list.current?.openAll();
              }}
            />
          ) : undefined
        }
      />
      {refusal && (
        <span role="alert" className="field-refusal">
          {refusal}
        </span>
      )}
      {props.href && (
        <Link
          href={props.href}
          className="field-drill"
          aria-label={`${texts.show}: ${field.caption}`}
        >
          {texts.show}
        </Link>
      )}
    </>
  );
}

function useListBelow(
  field: Field,
  row: Row,
  input: React.RefObject<HTMLInputElement | null>,
  onPick: (option: Option) => void,
) {
  const { api, texts } = useHandel();
  const list = useRef<AttachedList | null>(null);
  const latest = useRef({ row, onPick });
  latest.current = { row, onPick };
  const hasList = field.lookup !== undefined || field.kind === 'choice';
  useEffect(() => {
    if (!hasList || !input.current) return;
    const attached = attachList(input.current, {
      label: field.caption,
      nothing: texts.nothingFound,
      find: (typed, signal) => {
        const lookup = lookupFor(field, latest.current.row);
        return lookup
          ? findOptions(api, lookup, typed, latest.current.row, signal)
          : Promise.resolve(choicesOf(field, typed, texts));
      },
      onPick: (option) => latest.current.onPick(option),
    });
    list.current = attached;
    return () => attached.detach();
  }, [api, field, hasList, input, texts]);
  return list;
}

/** An empty id or date is sent as null: the API turns it into its own blank. */
function blankAsNull(field: Field, value: unknown): unknown {
  return value === '' && field.lookup?.value === 'id' ? null : value;
}

/** Enter goes on to the next field, as Tab does, but never into a button. */
export function nextField(from: HTMLInputElement, step: 1 | -1): void {
  const scope = from.closest('[data-fields]') ?? document.body;
  const inputs = [...scope.querySelectorAll<HTMLInputElement>('input:not([readonly])')].filter(
    (one) => !one.disabled && one.offsetParent !== null,
  );
  const next = inputs[inputs.indexOf(from) + step];
  if (next) next.focus();
  else from.blur();
}
