import type { Language } from '../i18n/language';
import type { PageSet, Row } from '../pages/model';
import { send } from './http';

export interface Session {
  user: string;
  displayName: string;
  language: Language;
  /** Somebody else chose the password: nothing works before the user has chosen one. */
  mustChangePassword?: boolean;
}

export interface Company {
  id: string;
  name: string;
  displayName: string;
}

const SESSION = '/api/handel/session';

export async function currentSession(language: Language): Promise<Session> {
  return sessionOf((await send(SESSION, { language })).body, language);
}

export async function signIn(
  who: { user: string; password: string; code?: string },
  language: Language,
): Promise<Session> {
  return sessionOf((await send(SESSION, { method: 'POST', body: who, language })).body, language);
}

export async function changePassword(
  change: { current: string; next: string },
  language: Language,
): Promise<Session> {
  const asked = { method: 'PUT', body: change, language } as const;
  return sessionOf((await send(`${SESSION}/password`, asked)).body, language);
}

/** Who never chose a language keeps the one of the sign-in page; a foreign one is English. */
function sessionOf(body: unknown, asked: Language): Session {
  const session = body as Session;
  if (!session.language) return { ...session, language: asked };
  return { ...session, language: session.language.startsWith('nl') ? 'nl' : 'en' };
}

export async function signOut(language: Language): Promise<void> {
  await send(SESSION, { method: 'DELETE', language });
}

export async function keepLanguage(language: Language): Promise<void> {
  await send(`${SESSION}/language`, { method: 'PUT', body: { language }, language });
}

export async function companies(language: Language): Promise<Company[]> {
  const { body } = await send('/api/v2.0/companies', { language });
  return ((body as { value?: Row[] }).value ?? []).map((row) => ({
    id: String(row.id),
    name: String(row.name),
    displayName: String(row.displayName || row.name),
  }));
}

/** The browser keeps the pages and asks only whether they are still the same (ETag). */
export async function pageSet(language: Language): Promise<PageSet> {
  return (await send('/api/handel/pages', { language })).body as PageSet;
}
