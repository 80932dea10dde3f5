import { Component, type ReactNode } from 'react';
import { browserLanguage } from '../i18n/language';
import { textsOf } from '../i18n/texts';

interface Props {
  children: ReactNode;
}

/** A page that fails says so and offers a way on; it never leaves the window empty. */
export class Failing extends Component<Props, { hasFailed: boolean }> {
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override state = { hasFailed: false };

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const texts = textsOf(browserLanguage());
    return (
      <main className="message">
        <h1>Handel</h1>
        <p role="alert">{texts.pageFailed}</p>
        <button type="button" onClick={() => location.reload()}>
          {texts.reload}
        </button>
      </main>
    );
  }
}
