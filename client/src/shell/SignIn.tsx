import { Button, Field, Input, Spinner } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { ApiFailure, problemsOf } from '../api/problems';
import { type Session, signIn } from '../api/session';
import type { Language } from '../i18n/language';
import { textsOf } from '../i18n/texts';

interface Props {
  language: Language;
  onLanguage: (language: Language) => void;
  onSignedIn: (session: Session) => void;
}

/** The answer that asks for the second step. */
const CODE_NEEDED = 'Authentication_CodeRequired';

export function SignIn({ language, onLanguage, onSignedIn }: Props) {
  const texts = textsOf(language);
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      onSignedIn(await signIn({ user, password, ...(needsCode ? { code } : {}) }, language));
    } catch (error) {
      const codes = error instanceof ApiFailure ? error.problems.map((one) => one.code) : [];
      const isRefused = error instanceof ApiFailure && error.status === 401;
      if (codes.includes(CODE_NEEDED)) setNeedsCode(true);
      else
        setProblem(
          isRefused ? texts.wrongPassword : (problemsOf(error, language)[0]?.message ?? ''),
        );
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <form onSubmit={(event) => void enter(event)} aria-label={texts.signIn}>
        <h1>
          <img src="./icon.svg" alt="" width={32} height={32} /> Handel
        </h1>
        <Field label={texts.user}>
          <Input
            name="user"
            autoComplete="username"
            autoFocus
            size="large"
            value={user}
            onChange={(_, data) => setUser(data.value)}
          />
        </Field>
        <Field label={texts.password}>
          <Input
            name="password"
            type="password"
            autoComplete="current-password"
            size="large"
            value={password}
            onChange={(_, data) => setPassword(data.value)}
          />
        </Field>
        {needsCode && (
          <Field label={texts.code} hint={texts.codeNeeded}>
            <Input
              name="code"
              autoComplete="one-time-code"
              inputMode="numeric"
              autoFocus
              size="large"
              value={code}
              onChange={(_, data) => setCode(data.value)}
            />
          </Field>
        )}
        <p role="alert" className="sign-in-problem">
          {problem}
        </p>
        <Button
          type="submit"
          appearance="primary"
          size="large"
          icon={isBusy ? <Spinner size="tiny" /> : undefined}
        >
          {texts.signIn}
        </Button>
        <div className="sign-in-language" role="group" aria-label={texts.language}>
          {(['nl', 'en'] as const).map((one) => (
            <Button
              key={one}
              appearance="subtle"
              size="small"
              aria-pressed={one === language}
              lang={one}
              onClick={() => onLanguage(one)}
            >
              {one === 'nl' ? 'Nederlands' : 'English'}
            </Button>
          ))}
        </div>
      </form>
    </main>
  );
}
