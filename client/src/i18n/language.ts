export type Language = 'nl' | 'en';

/** The language of the browser, until the user has signed in and chosen. */
export function browserLanguage(): Language {
  return navigator.languages.some((one) => one.startsWith('nl')) ? 'nl' : 'en';
}

/** Day before month in both languages: a date typed as 0312 must not change its meaning. */
export function localeOf(language: Language): string {
  return language === 'nl' ? 'nl-NL' : 'en-GB';
}
