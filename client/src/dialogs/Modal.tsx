import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';

interface Props {
  title: string;
  className?: string;
  isTitleUnseen?: boolean;
  actions?: ReactNode;
  onClose: () => void;
  /** Enter in a field of the dialog, or its main button. */
  onSubmit?: () => void;
  children?: ReactNode;
}

/** The browser's own dialog: it keeps the focus in, the page still, and gives the focus back. */
export function Modal(props: Props) {
  const { title, className = '', isTitleUnseen, actions, onClose, onSubmit, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    return () => shown.close();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <dialog
      ref={dialog}
      className={`modal ${className}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <form onSubmit={submit}>
        <h2 id={id} className={isTitleUnseen ? 'unseen' : ''}>
          {title}
        </h2>
        <div className="modal-body">{children}</div>
        {actions && <footer>{actions}</footer>}
      </form>
    </dialog>
  );
}
