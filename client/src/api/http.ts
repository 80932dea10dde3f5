import type { Language } from '../i18n/language';
import { ApiFailure, problemsFromBody } from './problems';

export interface Asked {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  etag?: string | undefined;
  signal?: AbortSignal | undefined;
  language: Language;
}

export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** Called when the session has ended, so that the sign-in page comes up. */
export const session = { onLost: () => {} };

/** One request. The header is what a form on another site cannot send. */
export async function send(url: string, asked: Asked): Promise<Answer> {
  const response = await request(url, asked);
  const body = await readBody(response);
  return { status: response.status, body, headers: response.headers };
}

/** A file, such as a document as PDF. */
export async function sendForFile(url: string, language: Language): Promise<Blob> {
  return (await request(url, { language })).blob();
}

async function request(url: string, asked: Asked): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': asked.language,
    'X-Handel-Client': '1',
  };
  if (asked.body !== undefined) headers['Content-Type'] = 'application/json';
  if (asked.etag) headers['If-Match'] = asked.etag;
  const response = await fetch(url, {
    method: asked.method ?? 'GET',
    headers,
    credentials: 'same-origin',
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    ...(asked.signal ? { signal: asked.signal } : {}),
  });
  if (response.ok) return response;
  if (response.status === 401) session.onLost();
  const body = await readBody(response);
  throw new ApiFailure(response.status, problemsFromBody(response.status, body, asked.language));
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
