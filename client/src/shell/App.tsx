import {
  FluentProvider,
  Link,
  Spinner,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { session as sessionHooks } from '../api/http';
import { CompanyApi } from '../api/odata';
import { ApiFailure, problemsOf } from '../api/problems';
import {
  companies as readCompanies,
  type Company,
  currentSession,
  keepLanguage,
  pageSet,
  type Session,
  signOut as endSession,
} from '../api/session';
import { browserLanguage, type Language } from '../i18n/language';
import { textsOf } from '../i18n/texts';
import {
  type CompanyShortcuts,
  DIMENSION_PAGES,
  pagesOfCompany,
  readShortcuts,
  type Shortcuts,
} from '../pages/dimensions';
import type { PageSet } from '../pages/model';
import { type Handel, HandelContext, type Notice } from './context';
import { ChoosePassword } from './ChoosePassword';
import { go, useRoute } from './route';
import { Shell } from './Shell';
import { SignIn } from './SignIn';
import { keepDark, startsDark, themeOf } from './theme';

/** Long enough to read it and to reach for a link in it. */
const NOTICE_MS = 8_000;

/** The whole client: nobody signed in, or somebody with pages. */
export function App() {
  const [language, setLanguage] = useState<Language>(browserLanguage);
  const [isDark, setDarkState] = useState(startsDark);
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  }, [isDark, language]);
  const enter = useCallback((found: Session) => {
    setLanguage(found.language);
    setSession(found);
  }, []);
  useEffect(() => {
    sessionHooks.onLost = () => setSession(null);
    currentSession(browserLanguage()).then(enter, () => setSession(null));
  }, [enter]);
  const setDark = (dark: boolean) => {
    keepDark(dark);
    setDarkState(dark);
  };
  return (
    <FluentProvider theme={themeOf(isDark)}>
      <div className="handel">
        {session === undefined && <Spinner className="waiting" delay={300} />}
        {session === null && (
          <SignIn language={language} onLanguage={setLanguage} onSignedIn={enter} />
        )}
        {session?.mustChangePassword && <ChoosePassword language={language} onChanged={enter} />}
        {session && !session.mustChangePassword && (
          <SignedIn
            session={session}
            language={language}
            setLanguage={setLanguage}
            isDark={isDark}
            setDark={setDark}
            onSignedOut={() => setSession(null)}
          />
        )}
      </div>
      <div id="overlays" />
    </FluentProvider>
  );
}

interface SignedInProps {
  session: Session;
  language: Language;
  setLanguage: (language: Language) => void;
  isDark: boolean;
  setDark: (dark: boolean) => void;
  onSignedOut: () => void;
}

function SignedIn(props: SignedInProps) {
  const { session, language, isDark, setDark, onSignedOut } = props;
  const route = useRoute();
  const [companies, setCompanies] = useState<Company[] | null>(null);
  const [pages, setPages] = useState<PageSet | null>(null);
  const [trouble, setTrouble] = useState('');
  const toaster = useId('notices');
  const { dispatchToast } = useToastController(toaster);
  const texts = textsOf(language);

  useEffect(() => {
    const tell = (error: unknown) => {
      const isSignedOut = error instanceof ApiFailure && error.status === 401;
      if (!isSignedOut) setTrouble(problemsOf(error, language)[0]?.message ?? '');
    };
    setTrouble('');
    readCompanies(language).then(setCompanies, tell);
    pageSet(language).then(setPages, tell);
  }, [language]);

  const company =
    companies?.find((one) => one.id === route.company) ??
    companies?.find((one) => one.id === localStorage.getItem('handel.company')) ??
    companies?.[0];
  useEffect(() => {
    if (!company) return;
    localStorage.setItem('handel.company', company.id);
    if (route.company !== company.id || !route.page) {
      go({ company: company.id, page: 'roleCentre', query: {} }, true);
    }
  }, [company, route]);

  const notify = useCallback(
    (notice: Notice) =>
      dispatchToast(noticeOf(notice), {
        intent: notice.intent ?? 'success',
        timeout: NOTICE_MS,
      }),
    [dispatchToast],
  );
  const setLanguage = useCallback(
    (next: Language) => {
      props.setLanguage(next);
      void keepLanguage(next).catch(() => {});
    },
    [props.setLanguage],
  );
  const shown = useCompanyPages(pages, company?.id, language, route.page);
  const handel = useMemo<Handel | null>(() => {
    if (!company || !companies || !shown || shown.language !== language) return null;
    return {
      session,
      company,
      companies,
      language,
      texts,
      api: new CompanyApi(company.id, language),
      pages: shown,
      isDark,
      setLanguage,
      setDark,
      signOut: () => void endSession(language).then(onSignedOut, onSignedOut),
      notify,
    };
    // The setters only write state; they need no new context of their own.
  }, [companies, company?.id, isDark, language, notify, shown, session, setLanguage, texts]);

  if (trouble) return <Message text={trouble} />;
  if (companies?.length === 0) return <Message text={texts.noCompany} />;
  if (!handel) return <Spinner className="waiting" delay={300} label={texts.loading} />;
  return (
    <HandelContext value={handel}>
      <Shell route={route} />
      <Toaster toasterId={toaster} position="bottom-end" pauseOnHover />
    </HandelContext>
  );
}

/** The pages as one company has them; read again after its dimensions were looked at. */
function useCompanyPages(
  pages: PageSet | null,
  companyId: string | undefined,
  language: Language,
  page: string,
): PageSet | null {
  const [shortcuts, setShortcuts] = useState<CompanyShortcuts | null>(null);
  const isSetup = DIMENSION_PAGES.includes(page);
  useEffect(() => {
    if (!companyId) return;
    let isCurrent = true;
    const take = (names: Shortcuts) => {
      if (!isCurrent) return;
      const next = { company: companyId, names };
      // The same names keep the pages as they are, and with them what is being typed.
      setShortcuts((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    // Who may not read the setup works without shortcuts.
    readShortcuts(new CompanyApi(companyId, language)).then(take, () => take([]));
    return () => {
      isCurrent = false;
    };
  }, [companyId, isSetup, language]);
  return useMemo(
    () => (pages && companyId ? pagesOfCompany(pages, companyId, shortcuts) : null),
    [companyId, pages, shortcuts],
  );
}

function noticeOf(notice: Notice): ReactNode {
  return (
    <Toast>
      <ToastTitle>{notice.text}</ToastTitle>
      <ToastBody>
        {notice.links?.map((link) => (
          <ToastTrigger key={link.href}>
            <Link href={link.href} className="notice-link">
              {link.caption}
            </Link>
          </ToastTrigger>
        ))}
      </ToastBody>
    </Toast>
  );
}

function Message({ text }: { text: string }) {
  return (
    <main className="message">
      <h1>Handel</h1>
      <p role="alert">{text}</p>
    </main>
  );
}
