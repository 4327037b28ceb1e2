import { Type, type Static } from 'typebox';
import type { Json } from '../../engine/state.ts';
import { Mark } from '../procedure.ts';

/**
 * `connectors/<name>.json`: how a step asks a system outside for work, over HTTP, without code. It names the system; where that
 * is and what its secrets are stands in the configuration of the installation. Texts of mappings are FEEL (mapping.ts).
 */
export const closed = { additionalProperties: false };
export const Text = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed);
export const Feel = Type.String({ minLength: 1, maxLength: 2000 });
export const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' });
export const HeaderName = Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' });
const Field = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,60}$' });
export const Seconds = (most: number) => Type.Integer({ minimum: 1, maximum: most });

/** FEEL in every place where a text stands; objects and lists are built of them. */
export const Mapping = Type.Cyclic(
  { Mapping: Type.Union([Feel, Type.Number(), Type.Boolean(), Type.Null(), Type.Array(Type.Ref('Mapping'), { maxItems: 200 }), Type.Record(Type.String({ minLength: 1, maxLength: 100 }), Type.Ref('Mapping'))]) },
  'Mapping',
);
export type Mapping = string | number | boolean | null | readonly Mapping[] | { readonly [name: string]: Mapping };

/** The part of JSON Schema that says a shape: no patterns, no references, so that checking a value takes no longer than reading it. */
export const Shape = Type.Cyclic(
  {
    Shape: Type.Object(
      {
        type: Type.Union([Type.Enum(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']), Type.Array(Type.Enum(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']), { minItems: 1 })]),
        title: Type.Optional(Type.String()),
        properties: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Ref('Shape'))),
        required: Type.Optional(Type.Array(Type.String({ maxLength: 100 }))),
        additionalProperties: Type.Optional(Type.Boolean()),
        items: Type.Optional(Type.Ref('Shape')),
        enum: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]), { minItems: 1 })),
        minimum: Type.Optional(Type.Number()),
        maximum: Type.Optional(Type.Number()),
        minLength: Type.Optional(Type.Integer({ minimum: 0 })),
        maxLength: Type.Optional(Type.Integer({ minimum: 0 })),
        minItems: Type.Optional(Type.Integer({ minimum: 0 })),
        maxItems: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      closed,
    ),
  },
  'Shape',
);
export interface Shape {
  readonly type: string | readonly string[];
  readonly title?: string;
  readonly enum?: readonly Json[];
  readonly items?: Shape;
  readonly properties?: { readonly [name: string]: Shape };
  readonly required?: readonly string[];
}

const Status = Type.Union([Type.Integer({ minimum: 100, maximum: 599 }), Type.Enum(['2xx', '3xx', '4xx', '5xx'])]);

/**
 * What an answer means; the first that fits counts. `done`: `data` is what the step answers. `error`: the way of the BPMN error `code`.
 * `wait`: the answer comes later (`later`), `data` is kept until means. `retry` and `incident` say why in `message`.
 */
export const Answer = Type.Object(
  {
    status: Type.Union([Status, Type.Array(Status, { minItems: 1 })]),
    when: Type.Optional(Feel),
    means: Type.Enum(['done', 'error', 'wait', 'retry', 'incident']),
    data: Type.Optional(Mapping),
    code: Type.Optional(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9._-]{0,60}$' })),
    message: Type.Optional(Feel),
  },
  closed,
);
export type Answer = Static<typeof Answer> & { readonly data?: Mapping };

/** What the stand-in answers, said by FEEL over `request` (`path` as a list, `query`, `headers`, `body`) and `turn`, how often this was asked, from 1. */
export const Simulated = Type.Object({ when: Type.Optional(Feel), status: Type.Integer({ minimum: 200, maximum: 599 }), headers: Type.Optional(Type.Record(HeaderName, Type.String())), body: Type.Optional(Mapping) }, closed);
export type Simulated = Static<typeof Simulated> & { readonly body?: Mapping };

/** One request and what its answers mean. In `path` FEEL stands in braces, and is written so that it stays one part of the path. */
const exchange = {
  method: Type.Enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: Type.String({ pattern: '^/', maxLength: 500 }),
  query: Type.Optional(Type.Record(Field, Feel)),
  headers: Type.Optional(Type.Record(HeaderName, Feel)),
  body: Type.Optional(Mapping),
  /** Where the key stands by which the system knows a call that comes again; the same for every try. */
  idempotency: Type.Optional(Type.Union([Type.Object({ header: HeaderName }, closed), Type.Object({ query: Field }, closed), Type.Object({ body: Field }, closed)])),
  timeoutSeconds: Type.Optional(Seconds(45)),
  /** Bytes; an answer that is longer is not read to its end. */
  largestAnswer: Type.Optional(Type.Integer({ minimum: 1, maximum: 5_000_000 })),
  answers: Type.Array(Answer, { minItems: 1, maxItems: 40 }),
  simulated: Type.Array(Simulated, { minItems: 1, maxItems: 40 }),
};
export const Exchange = Type.Object(exchange, closed);
export interface Exchange extends Omit<Static<typeof Exchange>, 'body' | 'answers' | 'simulated'> {
  readonly body?: Mapping;
  readonly answers: readonly Answer[];
  readonly simulated: readonly Simulated[];
}

/** How the house shows who it is: names of secrets of the system, never their values. `hmac` signs the body as `sha256=<hex>`. */
export const Auth = Type.Union([
  Type.Object({ scheme: Type.Literal('bearer'), secret: Key }, closed),
  Type.Object({ scheme: Type.Literal('basic'), user: Key, password: Key }, closed),
  Type.Object({ scheme: Type.Literal('header'), header: HeaderName, secret: Key }, closed),
  Type.Object({ scheme: Type.Literal('hmac'), header: HeaderName, secret: Key }, closed),
]);
export type Auth = Static<typeof Auth>;

const Poll = Type.Object({ ...exchange, everySeconds: Seconds(86_400), forSeconds: Seconds(8_640_000) }, closed);
/** The system calls back at `call.callback`, signed in `header` with the `secret` of the system: `sha256=<hex>` of HMAC-SHA-256 over the body. */
const Callback = Type.Object({ header: HeaderName, secret: Key, forSeconds: Seconds(8_640_000), answers: Type.Array(Answer, { minItems: 1, maxItems: 40 }), simulated: Type.Object({ body: Mapping }, closed) }, closed);

export const Sample = Type.Object(
  { title: Text, inputs: Type.Record(Type.String(), Type.Unknown()), expect: Type.Union([Type.Object({ done: Type.Unknown() }, closed), Type.Object({ error: Type.String() }, closed), Type.Object({ incident: Type.String() }, closed), Type.Object({ retry: Type.Literal(true) }, closed)]) },
  closed,
);
export type Sample = Static<typeof Sample>;

const Described = Type.Object(
  {
    format: Type.Literal(1),
    /** As the file: what `motcua:connector` says in a diagram. */
    name: Type.String({ pattern: '^[a-z][a-z0-9.-]{0,99}$' }),
    title: Text,
    about: Type.Optional(Text),
    system: Key,
    auth: Type.Optional(Auth),
    inputs: Shape,
    answer: Shape,
    /** What an answer comes to, as a sentence for those who work on the dossier: FEEL over `answer`. Without it they see nothing of it. */
    said: Type.Optional(Type.Object({ vi: Feel, en: Feel }, closed)),
    call: Exchange,
    later: Type.Optional(Type.Union([Type.Object({ poll: Poll }, closed), Type.Object({ callback: Callback }, closed)])),
    /** Tries before a person must look, and the waits between them; what the system asks for by Retry-After goes before. */
    retry: Type.Optional(Type.Object({ attempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 8 })), firstSeconds: Type.Optional(Seconds(3600)), longestSeconds: Type.Optional(Seconds(86_400)) }, closed)),
    /** What comes of it at the stand-in: shown to whoever reads the file, and tried whenever the package is checked. */
    samples: Type.Array(Sample, { minItems: 1, maxItems: 20 }),
    source: Type.String({ minLength: 1 }),
    mark: Mark,
  },
  { ...closed, $id: 'motcua:connector', title: 'connectors/<name>.json: a connector described as data' },
);
export const Description = Described;
export interface Description extends Omit<Static<typeof Described>, 'inputs' | 'answer' | 'call' | 'later'> {
  readonly inputs: Shape;
  readonly answer: Shape;
  readonly call: Exchange;
  readonly later?: { readonly poll: Exchange & { readonly everySeconds: number; readonly forSeconds: number } } | { readonly callback: Callback };
}
export interface Callback extends Omit<Static<typeof Callback>, 'answers' | 'simulated'> {
  readonly answers: readonly Answer[];
  readonly simulated: { readonly body: Mapping };
}
