import type { Field, Page, PageSet } from '../pages/model';

/** A field with nothing special, for tests to make special. */
export function field(name: string, change: Partial<Field> = {}): Field {
  return {
    name,
    caption: name,
    kind: 'text',
    important: false,
    readOnly: false,
    mandatory: false,
    evenReleased: false,
    total: false,
    choices: [],
    ...change,
  };
}

export function page(id: string, change: Partial<Page> = {}): Page {
  return {
    id,
    kind: 'list',
    caption: id,
    title: [],
    canInsert: false,
    canEdit: false,
    canDelete: false,
    groups: [],
    columns: [],
    search: [],
    searchEverywhere: false,
    views: [],
    actions: [],
    factBoxes: [],
    cues: [],
    charts: [],
    ...change,
  };
}

export function pageSet(...pages: Page[]): PageSet {
  return { language: 'nl', menu: [], pages };
}
