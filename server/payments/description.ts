import { Type, type Static } from 'typebox';
import { Auth, closed, Exchange, Feel, HeaderName, Key, Sample, Text, type Description } from '../../procedures/described/description.ts';
import { Mark } from '../../procedures/procedure.ts';
import { PaymentNotice } from './notice.ts';

/**
 * The file that `MOTCUA_PAYMENTS` names: the payment provider of the installation, over HTTP, without code. It names its system; where that is
 * and what its secrets are stands in the file of systems. What is asked of it is described as connectors are (procedures/described).
 */
const signing = {
  algorithm: Type.Enum(['sha256', 'sha512']),
  encoding: Type.Enum(['hex', 'base64']),
  prefix: Type.Optional(Type.String({ maxLength: 20 })),
  /** Name of the system's secret. */
  secret: Key,
};

const Parameter = Type.String({ pattern: '^[A-Za-z0-9_.-]{1,60}$' });

/** `inputs.signature` of a request: HMAC over the text that `of` gives. */
const SignedRequest = Type.Object({ ...signing, of: Feel }, closed);
/**
 * A notice that comes as the query of a GET: signed are all its parameters but the one that bears the signature and those `without`,
 * by name, as `name=value` with `&` between; names and values as a form writes them (`form`), or as they are read (`plain`).
 */
const QuerySigned = Type.Object({ ...signing, query: Type.Object({ signature: Parameter, without: Type.Optional(Type.Array(Parameter, { maxItems: 10 })), written: Type.Enum(['form', 'plain']) }, closed) }, closed);
export type QuerySigned = Static<typeof QuerySigned>;
/** Without `of`, the notice is signed over its exact bytes. The signature stands in a header, or where `value` reads it in the body. */
const SignedNotice = Type.Union([QuerySigned, Type.Object({ ...signing, of: Type.Optional(Feel), header: HeaderName }, closed), Type.Object({ ...signing, of: Feel, value: Feel }, closed)]);

const Asked = Type.Object({ call: Exchange, signature: Type.Optional(SignedRequest), samples: Type.Array(Sample, { minItems: 1, maxItems: 20 }) }, closed);
export interface Asked { readonly call: Description['call']; readonly signature?: Static<typeof SignedRequest>; readonly samples: Description['samples'] }

/** A transfer to an account, by a code that every bank's app reads: nothing is asked of anybody. */
const Transfer = Type.Object({ vietqr: Type.Object({ bank: Type.String({ pattern: '^[0-9]{6}$' }), account: Type.String({ pattern: '^[A-Za-z0-9]{1,19}$' }), holder: Type.String({ minLength: 1, maxLength: 100 }) }, closed) }, closed);

/** A page of the provider whose address bears the order and its signature: nobody is asked, the payer's browser goes there. Signed are all parameters, by name, as in a notice that comes as a query. */
const SignedPage = Type.Object(
  {
    page: Type.Object({ path: Type.String({ pattern: '^/[^?#]{0,200}$' }), query: Type.Record(Parameter, Feel), signature: Type.Object({ ...signing, parameter: Parameter, written: Type.Enum(['form', 'plain']) }, closed) }, closed),
    /** What the address comes to before it is signed: a file knows no secret. */
    samples: Type.Array(Type.Object({ title: Text, inputs: Type.Record(Type.String(), Type.Unknown()), expect: Type.String({ minLength: 1 }) }, closed), { minItems: 1, maxItems: 20 }),
  },
  closed,
);
export type SignedPage = Static<typeof SignedPage>;

const Notice = Type.Object(
  {
    signature: SignedNotice,
    /** FEEL over `body` and `headers`; of a query, `body` has each parameter as text. */
    data: Type.Object({ id: Feel, reference: Feel, kind: Feel, amount: Feel, currency: Feel, at: Feel }, closed),
    /** What the provider is answered when it was kept. */
    answer: Type.Optional(Type.Unknown()),
    samples: Type.Array(Type.Object({ title: Text, body: Type.Unknown(), headers: Type.Optional(Type.Record(HeaderName, Type.String())), expect: PaymentNotice }, closed), { minItems: 1, maxItems: 20 }),
  },
  closed,
);

const Described = Type.Object(
  {
    format: Type.Literal(1),
    /** Stands in the address of its notices: `/api/payments/callbacks/<name>`. */
    name: Type.String({ pattern: '^[a-z][a-z0-9-]{0,30}$' }),
    title: Text,
    about: Type.Optional(Text),
    system: Key,
    auth: Type.Optional(Auth),
    start: Type.Union([Asked, SignedPage, Transfer]),
    status: Type.Optional(Asked),
    refund: Type.Optional(Asked),
    notice: Notice,
    source: Type.String({ minLength: 1 }),
    mark: Mark,
  },
  { ...closed, $id: 'motcua:payments', title: 'The payment provider of an installation, described as data' },
);
export const PaymentDescription = Described;
export interface PaymentDescription extends Omit<Static<typeof Described>, 'start' | 'status' | 'refund'> {
  readonly start: Asked | SignedPage | Static<typeof Transfer>;
  readonly status?: Asked;
  readonly refund?: Asked;
}
