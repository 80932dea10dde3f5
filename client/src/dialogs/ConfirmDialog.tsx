import { Button } from '@fluentui/react-components';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { Modal } from './Modal';

interface Props {
  title: string;
  text: string;
  confirm: string;
  /** What the other answer is called; else it cancels. */
  refuse?: string;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({ title, text, confirm, refuse, onConfirm, onClose }: Props) {
  const { texts } = useHandel();
  useKeys([{ keys: 'Escape', caption: texts.cancel, run: onClose }], true);
  return (
    <Modal
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            {refuse ?? texts.cancel}
          </Button>
          <Button appearance="primary" onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Modal>
  );
}
