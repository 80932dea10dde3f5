import { createContext, useContext } from 'react';
import type { CompanyApi } from '../api/odata';
import type { Company, Session } from '../api/session';
import type { Language } from '../i18n/language';
import type { Texts } from '../i18n/texts';
import type { Page, PageAction, PageSet } from '../pages/model';

/** A short word that something was done, with a way to what came of it. */
export interface Notice {
  text: string;
  links?: { caption: string; href: string }[];
  intent?: 'success' | 'error' | 'warning';
}

/** What every part of the client may ask for. */
export interface Handel {
  session: Session;
  company: Company;
  companies: Company[];
  language: Language;
  texts: Texts;
  api: CompanyApi;
  pages: PageSet;
  isDark: boolean;
  setLanguage: (language: Language) => void;
  setDark: (dark: boolean) => void;
  signOut: () => void;
  notify: (notice: Notice) => void;
}

export const HandelContext = createContext<Handel | null>(null);

export function useHandel(): Handel {
  const handel = useContext(HandelContext);
  if (!handel) throw new Error('Outside of the signed-in client');
  return handel;
}

/** What the page on screen can do, for the search everywhere. */
export interface PageCommands {
  page: Page;
  run: (action: PageAction) => void;
  actions: PageAction[];
}

export const current: { commands: PageCommands | null } = { commands: null };
