import type { CompanyApi } from '../api/odata';
import type { Field, Group, Page, PageSet } from './model';

/** Names of the shortcut dimensions 1 to 8 of a company; null where none is chosen. */
export type Shortcuts = (string | null)[];

/** Whose shortcuts they are: those of a company that was left are not shown in the next. */
export interface CompanyShortcuts {
  company: string;
  names: Shortcuts;
}

const SHORTCUT = /^shortcutDimension([1-8])Code$/;
const SHORTCUTS_MAX = 8;

/** Where the shortcuts are chosen, all are shown as what they are. */
const SETUP_PAGE = 'shortcutDimensions';

/** Pages whose rows decide what the shortcuts are called. */
export const DIMENSION_PAGES = [SETUP_PAGE, 'dimensions'];

export async function readShortcuts(api: CompanyApi): Promise<Shortcuts> {
  const [setups, dimensions] = await Promise.all([
    api.all({ route: 'standard', set: 'generalLedgerSetup' }),
    api.all({ route: 'standard', set: 'dimensions' }),
  ]);
  const names = new Map(
    dimensions.map((one) => [String(one.code), String(one.displayName || one.code)]),
  );
  return Array.from({ length: SHORTCUTS_MAX }, (_, at) => {
    const code = String(setups[0]?.[`shortcutDimension${at + 1}Code`] ?? '');
    return code === '' ? null : (names.get(code) ?? code);
  });
}

/** The pages once the shortcuts of this very company are known, null until then. */
export function pagesOfCompany(
  pages: PageSet,
  company: string,
  shortcuts: CompanyShortcuts | null,
): PageSet | null {
  return shortcuts?.company === company ? withShortcuts(pages, shortcuts.names) : null;
}

/** Pages with the company's own dimensions: called by their names, and only those it has. */
export function withShortcuts(pages: PageSet, shortcuts: Shortcuts): PageSet {
  const own = (fields: Field[]) =>
    fields.flatMap((field) => {
      const match = SHORTCUT.exec(field.name);
      if (!match) return [field];
      const name = shortcuts[Number(match[1]) - 1];
      return name ? [{ ...field, caption: name }] : [];
    });
  const ownGroups = (groups: Group[]) =>
    groups
      .map((group) => ({ ...group, fields: own(group.fields) }))
      .filter((group) => group.fields.length > 0);
  const ofCompany = (page: Page): Page => ({
    ...page,
    groups: ownGroups(page.groups),
    columns: own(page.columns),
    ...(page.lines ? { lines: { ...page.lines, columns: own(page.lines.columns) } } : {}),
    ...(page.request
      ? { request: { ...page.request, fields: own(page.request.fields) } }
      : {}),
  });
  return {
    ...pages,
    pages: pages.pages.map((page) => (page.id === SETUP_PAGE ? page : ofCompany(page))),
  };
}
