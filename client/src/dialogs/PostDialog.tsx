import { Button, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { FieldInput } from '../fields/FieldInput';
import type { ActionDialog, DialogOption, PageAction, Row } from '../pages/model';
import { isBlank, startAnswers } from '../pages/rules';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { Modal } from './Modal';

interface Props {
  action: PageAction;
  dialog: ActionDialog;
  onRun: (option: DialogOption, answers: Row) => Promise<boolean>;
  onPreview: (option: DialogOption, answers: Row) => void;
  onClose: () => void;
}

/** One question before something is done for good. The key that opened it also confirms. */
export function PostDialog({ action, dialog, onRun, onPreview, onClose }: Props) {
  const { texts } = useHandel();
  const [chosen, setChosen] = useState(dialog.options[0]!);
  const [isBusy, setBusy] = useState(false);
  const [answers, setAnswers] = useState<Row>(() => startAnswers(dialog.fields, new Date()));
  const isAnswered = dialog.fields.every((one) => !one.mandatory || !isBlank(answers[one.name]));
  const run = async () => {
    if (isBusy || !isAnswered) return;
    setBusy(true);
    const isDone = await onRun(chosen, answers);
    setBusy(false);
    if (isDone) onClose();
  };
  useKeys(
    [
      ...(action.shortcut
        ? [{ keys: action.shortcut, caption: action.caption, run: () => void run() }]
        : []),
      { keys: 'Escape', caption: texts.cancel, run: onClose },
      ...dialog.options.map((option, at) => ({
        keys: String(at + 1),
        caption: option.caption,
        run: () => setChosen(option),
      })),
    ],
    true,
  );
  const isChoice = dialog.options.length > 1;
  return (
    <Modal
      title={dialog.caption}
      onClose={onClose}
      onSubmit={() => void run()}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          {dialog.preview && (
            <Button disabled={!isAnswered} onClick={() => onPreview(chosen, answers)}>
              {texts.preview}
            </Button>
          )}
          <Button
            type="submit"
            appearance="primary"
            autoFocus={!isChoice && dialog.fields.length === 0}
            disabled={!isAnswered}
            icon={isBusy ? <Spinner size="tiny" /> : undefined}
          >
            {action.caption}
          </Button>
        </>
      }
    >
      {isChoice ? (
        <RadioGroup
          aria-label={dialog.caption}
          value={chosen.id}
          onChange={(_, data) =>
            setChosen(dialog.options.find((one) => one.id === data.value) ?? chosen)
          }
        >
          {dialog.options.map((option, at) => (
            <Radio
              key={option.id}
              value={option.id}
              autoFocus={at === 0}
              label={
                <span>
                  {option.caption} <kbd>{at + 1}</kbd>
                </span>
              }
            />
          ))}
        </RadioGroup>
      ) : (
        <p>{chosen.caption}</p>
      )}
      {dialog.fields.length > 0 && (
        <div data-fields className="group-fields">
          {dialog.fields.map((field, at) => (
            <FieldInput
              key={field.name}
              field={field}
              row={answers}
              isEditable
              autoFocus={at === 0 && !isChoice}
              onChange={(name, value) => setAnswers((all) => ({ ...all, [name]: value }))}
            />
          ))}
        </div>
      )}
    </Modal>
  );
}
