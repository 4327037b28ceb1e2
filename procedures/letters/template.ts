import Type, { type Static } from 'typebox';

/**
 * A letter's template: `letters/<key>.json`. Texts are what the paper says, in Vietnamese; `{{ … }}` holds FEEL over the
 * letter's context, with an optional way of writing it: `{{ application.site.landArea | number }}` (see writing.ts).
 * `when` is FEEL: the block stands only where it is true.
 */
const closed = { additionalProperties: false };
const Written = Type.String({ minLength: 1, maxLength: 4000 });
const Feel = Type.String({ minLength: 1, maxLength: 2000 });
const when = { when: Type.Optional(Feel) };

export const Title = Type.Object({ block: Type.Literal('title'), text: Written, under: Type.Optional(Written), ...when }, closed);
export const Paragraph = Type.Object(
  {
    block: Type.Literal('paragraph'),
    text: Written,
    align: Type.Optional(Type.Enum(['left', 'center', 'right', 'justify'])),
    style: Type.Optional(Type.Enum(['plain', 'bold', 'italic', 'heading'])),
    /** First line set in: as running text of an administrative paper is, and so is usual for what is set to both margins and heads nothing. */
    indent: Type.Optional(Type.Boolean()),
    ...when,
  },
  closed,
);
/** Lines `label: value`; a line whose value is nothing is written with dots, to be filled by hand. */
export const Fields = Type.Object(
  { block: Type.Literal('fields'), fields: Type.Array(Type.Object({ label: Written, value: Written, ...when }, closed), { minItems: 1 }), numbered: Type.Optional(Type.Boolean()), ...when },
  closed,
);
/** One row for each item of `rows` (FEEL giving a list); within a row `item` and `number` (from 1) are known. */
export const Table = Type.Object(
  {
    block: Type.Literal('table'),
    rows: Feel,
    columns: Type.Array(
      Type.Object({ head: Written, value: Written, width: Type.Optional(Type.Union([Type.Literal('*'), Type.Number({ minimum: 10 })])), align: Type.Optional(Type.Enum(['left', 'center', 'right'])) }, closed),
      { minItems: 1 },
    ),
    total: Type.Optional(Type.Object({ label: Written, value: Written }, closed)),
    empty: Type.Optional(Written),
    ...when,
  },
  closed,
);
/** One line for each item of `items`, led by a dash or a number. */
export const List = Type.Object({ block: Type.Literal('list'), items: Feel, text: Written, numbered: Type.Optional(Type.Boolean()), ...when }, closed);
/** Signature boxes side by side: the title in capitals, a note in brackets, the mark of the signature, the name. `picture` is FEEL giving the answer to a question for a signature, which then stands where the mark would. */
export const Signatures = Type.Object(
  {
    block: Type.Literal('signatures'),
    boxes: Type.Array(
      Type.Object({ title: Type.Optional(Written), note: Type.Optional(Written), mark: Type.Optional(Written), picture: Type.Optional(Feel), name: Type.Optional(Written), recipients: Type.Optional(Type.Array(Written)), ...when }, closed),
      { minItems: 1, maxItems: 3 },
    ),
    ...when,
  },
  closed,
);

const drawing = { caption: Type.Optional(Written), /** Stands in its place where there is nothing to draw. */ without: Type.Optional(Written), ...when };
/** A parcel drawn from its corners: `points` is FEEL giving `{ x, y }` each in metres, VN-2000: x to the north, y to the east. */
export const Sketch = Type.Object({ block: Type.Literal('sketch'), points: Feel, ...drawing }, closed);
/** What the maps of planning in force on the day of issue say around a place: `about` is FEEL giving `{ sheet, parcel }` or `{ latitude, longitude }`. */
export const MapExtract = Type.Object({ block: Type.Literal('map'), about: Feel, ...drawing }, closed);

export const Block = Type.Union([Title, Paragraph, Fields, Table, List, Signatures, Sketch, MapExtract]);
export type Block = Static<typeof Block>;

export const LetterTemplate = Type.Object(
  {
    format: Type.Literal(1),
    name: Type.Object({ vi: Written, en: Written }, closed),
    /** Number of the official form, printed at the top right, e.g. "Mẫu số 01". */
    form: Type.Optional(Written),
    paper: Type.Enum(['A4', 'A5']),
    orientation: Type.Optional(Type.Enum(['portrait', 'landscape'])),
    /** Left head: who is above, who issues, the number, and for an official letter, which has no title, what it is about ("V/v …"); right head: national title, place and date. */
    head: Type.Object({ above: Type.Optional(Written), issuer: Written, number: Type.Optional(Written), subject: Type.Optional(Written), place: Type.Optional(Written) }, closed),
    blocks: Type.Array(Block, { minItems: 1 }),
  },
  { ...closed, $id: 'motcua:letter', title: 'letters/<key>.json of a procedure package' },
);
export type LetterTemplate = Static<typeof LetterTemplate>;
