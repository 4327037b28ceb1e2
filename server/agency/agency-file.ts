import { Type, type Static } from 'typebox';
import { LocalText, ProcedureKey, shape } from '../api/shape.ts';

const Said = Type.Intersect([LocalText, Type.Object({ vi: Type.String({ minLength: 1, maxLength: 300 }), en: Type.String({ minLength: 1, maxLength: 300 }) })]);
const Colour = Type.String({ pattern: '^#[0-9a-f]{6}$' });
const Colours = shape({ action: Colour, strong: Colour, tint: Colour });

/** Places of the citizen's app that tiles and the menu may lead to; `service` is the sheet of one procedure. */
export const Place = Type.Enum(['planning', 'rating', 'dossiers', 'track', 'verify', 'clock', 'notices', 'alerts']);

/**
 * The citizen's app of one agency: a file of data, from the same code. `MOTCUA_AGENCY` names it, or the folder of several. Colours are for light and dark pages; text
 * in them and on them must be readable, which is checked (read-agency.ts).
 */
export const AgencyFile = shape({
  format: Type.Literal(1),
  /** Names of the hosts under which this app is shown, where one installation has several; the file without any is shown everywhere else. */
  hosts: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$', maxLength: 253 }), { minItems: 1, uniqueItems: true })),
  /** In the head of every page, and as the app's name on a phone. */
  name: Said,
  /** Heading and first sentence of the home page. */
  title: Said,
  lead: Said,
  colours: Type.Optional(shape({ light: Colours, dark: Colours })),
  /** Keys of the procedures in its catalogue; without it all that are published. Others are still opened by their address. */
  procedures: Type.Optional(Type.Array(ProcedureKey, { minItems: 1, uniqueItems: true })),
  menu: Type.Array(Place, { minItems: 1, maxItems: 4, uniqueItems: true }),
  /** What most people come for, in order. */
  tiles: Type.Array(Type.Union([
    shape({ to: Place, title: Said, hint: Said }),
    shape({ to: Type.Literal('service'), service: ProcedureKey, icon: Type.Optional(Type.Enum(['camera', 'file'])), title: Said, hint: Said }),
  ]), { maxItems: 8 }),
});
export type AgencyFile = Static<typeof AgencyFile>;
