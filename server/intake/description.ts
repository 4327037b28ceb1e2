import { Type, type Static } from 'typebox';
import { Auth, closed, Feel, HeaderName, Key, Mapping, Shape, Text, type Mapping as AnyMapping, type Shape as AnyShape } from '../../procedures/described/description.ts';
import { Mark } from '../../procedures/procedure.ts';

/**
 * The file that `MOTCUA_INTAKE` names: how dossiers come in that were filed at a portal outside, such as the national one, without code. It names the
 * portal's system; where that is, from where files are fetched, and what its secrets are stands in the file of systems. Texts of mappings are FEEL over `body`.
 */
const Sample = Type.Object({ title: Text, body: Type.Unknown(), expect: Type.Object({ code: Type.String(), procedure: Type.String(), supplement: Type.Optional(Type.Integer()), person: Type.Unknown(), application: Type.Unknown() }, closed) }, closed);

const Described = Type.Object(
  {
    format: Type.Literal(1),
    /** Stands in the address where the portal files: `/api/intake/<name>/dossiers`. */
    name: Type.String({ pattern: '^[a-z][a-z0-9-]{0,30}$' }),
    title: Text,
    about: Type.Optional(Text),
    system: Key,
    /** How the house shows the portal who fetches its files. */
    auth: Type.Optional(Auth),
    /** HMAC over the exact bytes of a message, in a header. */
    signature: Type.Object({ algorithm: Type.Enum(['sha256', 'sha512']), encoding: Type.Enum(['hex', 'base64']), prefix: Type.Optional(Type.String({ maxLength: 20 })), secret: Key, header: HeaderName }, closed),
    /** What every message must look like. */
    message: Shape,
    /** The portal's code of the dossier, the national code of its procedure, who filed it, and which request to supplement it answers (first, second …; null for a dossier that is filed). */
    data: Type.Object({ code: Feel, procedure: Feel, supplement: Type.Optional(Feel), person: Type.Object({ name: Feel, idNo: Feel, phone: Feel, email: Feel }, closed) }, closed),
    /** Answers of the application form, by the key of the procedure; where the form takes files, a list of `{ path, name }` below the system's address. What is null is not answered. */
    procedures: Type.Record(Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }), Type.Object({ application: Mapping, delivery: Type.Optional(Mapping), samples: Type.Array(Sample, { minItems: 1, maxItems: 20 }) }, closed), { additionalProperties: false }),
    source: Type.String({ minLength: 1 }),
    mark: Mark,
  },
  { ...closed, $id: 'motcua:intake', title: 'How dossiers come in from a portal outside, described as data' },
);
export const IntakeDescription = Described;
export interface FromMessage { readonly application: AnyMapping; readonly delivery?: AnyMapping; readonly samples: readonly Static<typeof Sample>[] }
export interface IntakeDescription extends Omit<Static<typeof Described>, 'message' | 'procedures'> {
  readonly message: AnyShape;
  readonly procedures: Readonly<Record<string, FromMessage>>;
}
