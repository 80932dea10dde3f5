import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { problemsOf } from '../api/problems';
import { changePassword, type Session } from '../api/session';
import type { Language } from '../i18n/language';
import { textsOf } from '../i18n/texts';

interface Props {
  language: Language;
  onChanged: (session: Session) => void;
}

/** A password that somebody else chose opens nothing but this. */
export function ChoosePassword({ language, onChanged }: Props) {
  const texts = textsOf(language);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState('');
  const change = async (event: FormEvent) => {
    event.preventDefault();
    if (next !== again) {
      setProblem(texts.passwordsDiffer);
      return;
    }
    try {
      onChanged(await changePassword({ current, next }, language));
    } catch (error) {
      setProblem(problemsOf(error, language)[0]?.message ?? '');
    }
  };
  const fields = [
    ['current', texts.passwordNow, current, setCurrent, 'current-password'],
    ['next', texts.passwordNext, next, setNext, 'new-password'],
    ['again', texts.passwordAgain, again, setAgain, 'new-password'],
  ] as const;
  return (
    <main className="sign-in">
      <form onSubmit={(event) => void change(event)} aria-label={texts.choosePassword}>
        <h1>{texts.choosePassword}</h1>
        <p>{texts.choosePasswordWhy}</p>
        {fields.map(([name, label, value, set, complete], at) => (
          <Field key={name} label={label} required>
            <Input
              name={name}
              type="password"
              autoComplete={complete}
              autoFocus={at === 0}
              size="large"
              value={value}
              onChange={(_, data) => set(data.value)}
            />
          </Field>
        ))}
        <p role="alert" className="sign-in-problem">
          {problem}
        </p>
        <Button type="submit" appearance="primary" size="large">
          {texts.goOn}
        </Button>
      </form>
    </main>
  );
}
