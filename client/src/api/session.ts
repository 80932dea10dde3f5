import type { Language } from '../i18n/language';
import type { PageSet, Row } from '../pages/model';
import { send } from './http';

export interface Session {
  user: string;
  displayName: string;
  language: Language;
}

export interface Company {
  id: string;
  name: string;
  displayName: string;
}

const SESSION = '/api/handel/session';

export async function currentSession(language: Language): Promise<Session> {
  return (await send(SESSION, { language })).body as Session;
}

export async function signIn(
  who: { user: string; password: string; code?: string },
  language: Language,
): Promise<Session> {
  return (await send(SESSION, { method: 'POST', body: who, language })).body as Session;
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
