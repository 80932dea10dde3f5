import { Button } from '@fluentui/react-components';
import { useHandel } from '../shell/context';
import { useKeys } from '../shell/keys';
import { Modal } from './Modal';

interface Props {
  title: string;
  text: string;
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({ title, text, confirm, onConfirm, onClose }: Props) {
  const { texts } = useHandel();
  useKeys([{ keys: 'Escape', caption: texts.cancel, run: onClose }], true);
  return (
    <Modal
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            {texts.cancel}
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
