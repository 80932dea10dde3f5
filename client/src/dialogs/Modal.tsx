import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

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

const CanFocus = 'input, select, textarea, button, [tabindex]';

/** The browser's own dialog: it keeps the focus in, the page still, and gives the focus back. */
export function Modal(props: Props) {
  const { title, className = '', isTitleUnseen, actions, onClose, onSubmit, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [isShown, setShown] = useState(false);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    setShown(true);
    return () => shown.close();
  }, []);
  // What wants the focus has it by now; else the first that can take it.
  useEffect(() => {
    const form = dialog.current!.querySelector('form')!;
    if (isShown && !form.contains(document.activeElement))
      form.querySelector<HTMLElement>(CanFocus)?.focus();
  }, [isShown]);
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
        {/* A dialog that is not shown yet cannot give the focus to what asks for it. */}
        <div className="modal-body">{isShown && children}</div>
        {isShown && actions && <footer>{actions}</footer>}
      </form>
    </dialog>
  );
}
