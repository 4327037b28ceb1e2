import { blocks } from '../../../forms/blocks.ts';
import type { FieldId, FieldUi, Form, Schema } from '../../../forms/form.ts';
import type { LocalText } from '../../../forms/text.ts';
import { defaultWords, numberedOption } from '../../../procedures/default-words.ts';
import { changePage } from './pages.ts';
import { keysOf } from './schema-at.ts';

interface Kind {
  readonly schema: Schema;
  /** The house finds the answer by this id. */
  readonly id?: FieldId;
  readonly ui?: Partial<FieldUi>;
  readonly label?: LocalText;
  /** Of a repeating group: its first column. */
  readonly column?: { readonly id: string; readonly kind: 'text'; readonly label: LocalText };
}

const block = (name: string): Kind => ({ schema: { $ref: `motcua:${name}` } });
const option = (number: number) => ({ value: `choice${number}`, label: numberedOption(number) });
const values = ['choice1', 'choice2'];
const options = [option(1), option(2)];

/** Kinds of question that can be put into a form without writing a schema, in the groups of the library. */
export const library = {
  person: {
    fullName: block('full-name'),
    identityNo: block('personal-id'),
    anyIdentityNo: block('identity-no'),
    phone: block('phone'),
    email: block('email'),
    taxCode: block('tax-code'),
  },
  land: {
    address: block('address'),
    place: block('place'),
    parcels: block('parcels'),
    mapSheetNo: block('map-sheet-no'),
    area: block('area'),
    length: block('length'),
  },
  answer: {
    text: { ...block('line'), label: defaultWords.text },
    longText: { ...block('long-text'), label: { vi: 'Nội dung trình bày', en: 'Long answer' } },
    yesNo: { ...block('yes-no'), label: defaultWords.yesNo },
    choice: { schema: { type: 'string', enum: values }, ui: { options }, label: defaultWords.choice },
    choices: { schema: { type: 'array', minItems: 1, maxItems: 20, uniqueItems: true, items: { type: 'string', enum: values } }, ui: { options }, label: defaultWords.choices },
    number: { schema: { type: 'number', minimum: 0, maximum: 1_000_000_000 }, ui: { widget: 'number' }, label: { vi: 'Số', en: 'Number' } },
    count: block('count'),
    year: block('year'),
    money: block('money'),
    date: block('date'),
    pastDate: { ...block('past-date'), label: { vi: 'Ngày đã qua', en: 'Past date' } },
  },
  whole: {
    files: block('files'),
    signature: block('signature'),
    rows: {
      schema: { type: 'array', minItems: 1, maxItems: 20, items: { type: 'object', properties: {}, additionalProperties: false } },
      ui: { rowLabel: { vi: 'Mục', en: 'Entry' } },
      label: { vi: 'Danh sách', en: 'List' },
      column: { id: 'name', kind: 'text', label: { vi: 'Tên', en: 'Name' } },
    },
    delivery: {
      id: 'delivery.method', schema: { type: 'string', enum: ['electronic', 'post', 'counter'] }, label: { vi: 'Bạn muốn nhận kết quả bằng cách nào?', en: 'How do you want the result?' },
      ui: { widget: 'radios', options: [
        { value: 'electronic', label: { vi: 'Bản điện tử', en: 'Electronic copy' } }, { value: 'post', label: { vi: 'Bưu điện giao tận nhà', en: 'By post to your home' } }, { value: 'counter', label: { vi: 'Nhận tại Bộ phận Một cửa', en: 'At the one-stop counter' } },
      ] },
    },
    declaration: block('declaration'),
    computed: { schema: { type: 'number' }, ui: { widget: 'output' }, label: defaultWords.computed },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>;

export type LibraryGroup = keyof typeof library;
export type NewKind = { [G in LibraryGroup]: keyof (typeof library)[G] }[LibraryGroup];

const kinds: Readonly<Record<string, Kind>> = Object.assign({}, ...Object.values(library));
export const newKinds = Object.keys(kinds) as NewKind[];
export const isNewKind = (text: string): text is NewKind => Object.hasOwn(kinds, text);
const kindOf = (kind: NewKind): Kind => kinds[kind]!;

/** What a new question of a kind is called until somebody calls it better. */
export const defaultLabel = (kind: NewKind): LocalText => {
  const { label, schema } = kindOf(kind);
  return label ?? blocks.get(String(schema.$ref))?.ui.label ?? { vi: kind, en: kind };
};

/** The id that a new question of a kind must have, where the house asks for its answer. */
export const fixedId = (kind: NewKind): FieldId | undefined => kindOf(kind).id;

/** What may stand in a row: everything that is one answer. */
export const columnKinds = newKinds.filter((kind) => !['rows', 'computed', 'declaration', 'delivery'].includes(kind));

export interface NewField {
  readonly id: FieldId;
  readonly kind: NewKind;
  readonly label: LocalText;
}

/** Puts a question into the schema; groups on the way to it are made. */
function put(schema: Schema, [key = '', ...rest]: readonly string[], question: Schema): Schema {
  if (key === '[]') return { ...schema, items: put(schema.items ?? { type: 'object', properties: {}, additionalProperties: false }, rest, question) };
  const inside = schema.properties?.[key] ?? { type: 'object', properties: {}, additionalProperties: false };
  return { ...schema, properties: { ...schema.properties, [key]: rest.length === 0 ? question : put(inside, rest, question) } };
}

function withField(form: Form, { id, kind, label }: NewField): Form {
  const { schema, ui = {}, column } = kindOf(kind);
  const grown: Form = { ...form, schema: put(form.schema, keysOf(id), schema), ui: { ...form.ui, fields: { ...form.ui.fields, [id]: { label, ...ui } } } };
  // A computed result needs its rule from the first moment on; the formula is the author's.
  const ruled: Form = kind === 'computed' ? { ...grown, rules: [...grown.rules, { compute: id, value: '0' }] } : grown;
  return column ? withField(ruled, { ...column, id: `${id}[].${column.id}` }) : ruled;
}

/** A new question at a place of a page, at its end when none is given. */
export const addField = (form: Form, pageId: string, field: NewField, at?: number): Form =>
  changePage(withField(form, field), pageId, (page) => ({ ...page, fields: page.fields.toSpliced(at ?? page.fields.length, 0, field.id) }));

/** A new column of a repeating group; its id lies in the row: `work.floors[].area`. */
export const addColumn = withField;
