/** The wire shape of `GET /api/handel/pages`: what the server says a page is (D10). */

export interface PageSet {
  language: 'nl' | 'en';
  menu: MenuGroup[];
  pages: Page[];
}

export interface MenuGroup {
  id: string;
  caption: string;
  items: MenuItem[];
}

export interface MenuItem {
  page: string;
  caption: string;
  view?: string;
}

export type PageKind = 'list' | 'card' | 'document' | 'worksheet' | 'roleCentre' | 'application';

export interface Page {
  id: string;
  kind: PageKind;
  caption: string;
  source?: Source;
  card?: string;
  /** The only row of the list is opened instead of it. */
  opensAtOnce?: boolean;
  title: string[];
  canInsert: boolean;
  canEdit: boolean;
  canDelete: boolean;
  groups: Group[];
  columns: Field[];
  search: string[];
  searchEverywhere: boolean;
  views: View[];
  lines?: Lines;
  actions: PageAction[];
  factBoxes: FactBox[];
  request?: PageRequest;
  summary?: Summary;
  /** Rows that stand out: totals among accounts. */
  strongWhen?: Condition;
  /** Rows that have no figures: headings. */
  bareWhen?: Condition;
  cues: Cue[];
  charts: Chart[];
  editableWhen?: Condition;
  /** A change of one row tells on the others: they are read again after it. */
  rereads?: boolean;
}

export type Route = 'standard' | 'trade';

export interface Source {
  route: Route;
  set: string;
  orderBy?: string;
  filter?: string;
}

export interface Group {
  id: string;
  caption: string;
  fields: Field[];
}

export type FieldKind =
  | 'text'
  | 'code'
  | 'integer'
  | 'quantity'
  | 'amount'
  | 'price'
  | 'percent'
  | 'date'
  | 'dateTime'
  | 'boolean'
  | 'choice'
  | 'file';

export interface Field {
  name: string;
  caption: string;
  kind: FieldKind;
  important: boolean;
  readOnly: boolean;
  mandatory: boolean;
  evenReleased: boolean;
  total: boolean;
  /** The answer that a question starts with: a value, `today`, `monthStart` and the like. */
  start?: string;
  /** Field of the summary that says what this column is: its dates. */
  captionFrom?: string;
  /** Property that says how far a value is moved to the right. */
  indentBy?: string;
  choices: Choice[];
  lookup?: Lookup;
  drillDown?: DrillDown;
  ask?: Question;
}

/** Asked when a field is changed; yes is told to the API by a word. */
export interface Question {
  caption: string;
  confirm: string;
}

export interface Choice {
  value: string;
  caption: string;
}

export interface Lookup {
  by?: string;
  cases?: Record<string, Lookup>;
  source?: Source;
  value: string;
  display: string;
  text: string;
  small: boolean;
  card?: string;
}

export interface DrillDown {
  page: string;
  filter: string;
  when?: Condition;
  /** The only row of the list is opened at once. */
  single?: boolean;
}

export interface Lines {
  source: Source;
  parent: string;
  columns: Field[];
  /** What the lines are called where they are not the lines of a document. */
  caption?: string;
  /** Rows to look at: the books keep them. */
  readOnly?: boolean;
  estimate?: Estimate;
  defaults: Record<string, string>;
  totals: Field[];
  /** Property that the lines are in the order of, and new ones are given. */
  order: string;
  balance?: Balance;
}

/** What lines leave to be balanced: up to the one with the focus, of its document, of all. */
export interface Balance {
  field: string;
  documentBy: string[];
}

export interface Estimate {
  amount: string;
  quantity: string;
  price: string;
  discount: string;
}

export interface PageAction {
  id: string;
  caption: string;
  shortcut?: string;
  primary: boolean;
  call?: string;
  route: Route;
  dialog?: ActionDialog;
  open?: DrillDown;
  file?: string;
  ofLine: boolean;
  when?: Condition;
}

export interface ActionDialog {
  caption: string;
  preview?: string;
  options: DialogOption[];
  fields: Field[];
}

export interface DialogOption {
  id: string;
  caption: string;
  body: Record<string, boolean>;
}

export interface FactBox {
  id: string;
  caption: string;
  source: Source;
  filter: string;
  ofLine: boolean;
  card?: string;
  fields: Field[];
}

export interface View {
  id: string;
  caption: string;
  filter: string;
}

export interface PageRequest {
  fields: Field[];
  filter: string;
}

/** A few rows that sum up a report; without fields it only names columns. */
export interface Summary {
  source: Source;
  fields: Field[];
}

export interface Cue {
  id: string;
  caption: string;
  unit: 'count' | 'amount';
  group: string;
  page: string;
  view?: string;
  filter?: string;
}

export interface Chart {
  id: string;
  caption: string;
  kind: 'line' | 'bar';
  unit: 'count' | 'amount';
  series: Record<string, string>;
}

export interface Condition {
  field: string;
  oneOf: string[];
}

/** A row of the API: property names of the contract, values of JSON. */
export type Row = Record<string, unknown>;
