import type { LocalText } from './text.ts';

/**
 * A form file, `forms/<id>.json` of a procedure package.
 *
 * A field's id is its dotted path in the answer: `owner.name`; a column of a repeating group is `work.floors[].area`,
 * and one cell of it, in errors and remarks, `work.floors.0.area`. Segments are `[a-z][A-Za-z0-9]*`, so that FEEL
 * reads them without quotes. Ids are kept for ever: a renamed field is a new field (forms/changes.ts says so).
 */
export interface Form {
  readonly id: string;
  readonly title: LocalText;
  /** JSON Schema 2020-12 of the answer; `type: "object"` at the root. See forms/limits.ts for what is refused. */
  readonly schema: Schema;
  readonly ui: FormUi;
  readonly rules: readonly Rule[];
  /** By field id: where the question comes from. */
  readonly sources: Readonly<Record<FieldId, Source>>;
}

export type FieldId = string;
/** FEEL text over the answer, whose members stand at top level: `site.adjoining = true`. In a rule on a column, `row` is the row. */
export type Feel = string;

/**
 * JSON Schema 2020-12, written as in the file. `$ref` goes to a shared block (`motcua:address`, forms/blocks) or to
 * `#/$defs/…`; keywords beside `$ref` stand over it. `x-normalise` says how typed text becomes the value
 * (forms/normalise.ts), `x-notAfter: "today"` bounds a date.
 */
export interface Schema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly [keyword: string]: unknown;
}

export interface FormUi {
  readonly pages: readonly Page[];
  /** Names of the sections that pages name, in the order of the task list. */
  readonly sections: Readonly<Record<string, LocalText>>;
  readonly fields: Readonly<Record<FieldId, FieldUi>>;
}

/** One page asks one thing; its title is the question, and the heading of the page. */
export interface Page {
  readonly id: string;
  /** Key of `ui.sections`. */
  readonly section: string;
  readonly title: LocalText;
  readonly intro?: LocalText;
  readonly fields: readonly FieldId[];
  readonly when?: Feel;
}

export type Widget =
  | 'text' | 'textarea' | 'number' | 'money' | 'date' | 'radios' | 'select' | 'checkbox' | 'checkboxes'
  | 'yes-no' | 'declaration' | 'address' | 'place' | 'parcels' | 'files' | 'signature' | 'rows' | 'output';

/** How a field is asked. What is left out comes from the block the schema refers to, then from the schema's type. */
export interface FieldUi {
  readonly label: LocalText;
  readonly hint?: LocalText;
  readonly widget?: Widget;
  /** Not required, yet the office would like it: an empty answer is warned of and never refused. */
  readonly wanted?: boolean;
  /** Shown after a number: "m²", "tháng" … */
  readonly unit?: LocalText;
  readonly options?: readonly Option[];
  /** Name of a list given at run time (`communes` …) instead of `options`; the value is the code. */
  readonly catalogue?: string;
  /** HTML autocomplete token, e.g. "tel". */
  readonly autocomplete?: string;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  /** FEEL over `{ applicant, dossier }`: what the field holds when the form is first opened. */
  readonly prefill?: Feel;
  /** Says what to do, by failing keyword (`required`, `pattern` …) or `any`, instead of our own sentence. */
  readonly messages?: Readonly<Record<string, LocalText>>;
  /** Files: accepted media types, and the largest size of one file in bytes. */
  readonly accept?: readonly string[];
  readonly maxBytes?: number;
  /** Files: photos are sent as they are, because they are evidence; otherwise a phone makes large ones smaller first. */
  readonly original?: boolean;
  /** Repeating group: what one row is called ("Tầng"). */
  readonly rowLabel?: LocalText;
  /** Repeating group: may be filled from a spreadsheet (forms/table.ts). */
  readonly spreadsheet?: boolean;
  /** Sentence beside a declaration's checkbox. */
  readonly statement?: LocalText;
}

export interface Option {
  readonly value: string | number;
  readonly label: LocalText;
  readonly hint?: LocalText;
}

/** Lists given at run time by name, e.g. `communes`. */
export type Catalogues = Readonly<Record<string, readonly Option[]>>;

/** Several `show` (or `require`) rules on one target: one that holds is enough. `show` may also name a page. */
export type Rule =
  | { readonly show: FieldId; readonly when: Feel }
  | { readonly require: FieldId; readonly when: Feel }
  | { readonly compute: FieldId; readonly value: Feel; readonly decimals?: number }
  | { readonly warn: FieldId; readonly when: Feel; readonly message: LocalText }
  | { readonly refuse: FieldId; readonly when: Feel; readonly message: LocalText };

export interface Source {
  /** Law, article, clause; or the form it stands on. */
  readonly basis: string;
  readonly mark: 'verified' | 'general-knowledge' | 'design';
  /** Register that already holds the answer, so that it need not be asked. */
  readonly register?: string;
}

/** What stands in the answer for one uploaded file; the server is the only one to make it. */
export interface FileValue {
  readonly file: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly sha256: string;
}
