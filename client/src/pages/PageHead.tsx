import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect } from 'react';
import { useHandel } from '../shell/context';

interface Props {
  caption: string;
  title?: string;
  status?: ReactNode;
  onBack?: () => void;
  children?: ReactNode;
}

/** The name of the page or record, and what can be done. Always in the same place. */
export function PageHead({ caption, title, status, onBack, children }: Props) {
  const { texts } = useHandel();
  useEffect(() => {
    document.title = `${title || caption} – Handel`;
  }, [caption, title]);
  return (
    <header className="page-head">
      <div className="page-title">
        {onBack && (
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={texts.back}
            onClick={onBack}
          />
        )}
        <div className="page-names">
          {title ? <p className="page-caption">{caption}</p> : null}
          <h1>{title || caption}</h1>
        </div>
        <div className="page-status" role="status">
          {status}
        </div>
      </div>
      {children}
    </header>
  );
}
