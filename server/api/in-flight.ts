import { Type, type Static } from 'typebox';
import { Count, Hash, Id, Line, LocalText, orNull, shape } from './shape.ts';
import { Mapping, StepChoice, TransferReason } from './transfer.ts';

/** What takes the place of steps that are gone, where somebody has thought of it already. */
export const LookInFlight = shape({ mapping: Mapping });

const Need = Type.Enum(['clerk', 'citizen', 'cannot']);

/** A reason of a group; `file` is where in the package what makes it is written, null for the process. */
export const InFlightReason = shape({ ...TransferReason.properties, need: Need, file: orNull(Line) });
export type InFlightReason = Static<typeof InFlightReason>;

/** Dossiers of one version that stand alike and that the same would hold up. */
export const InFlightGroup = shape({
  version: Count, at: Type.Array(shape({ node: Line, name: LocalText })), verdict: Type.Enum(['safe', 'clerk', 'citizen', 'cannot']), able: Type.Boolean(), count: Count,
  reasons: Type.Array(InFlightReason),
  /** At most 20, with the page that the reader may open: the dossier, or for administrators where its process stands. */
  dossiers: Type.Array(shape({ id: Id, code: Line, page: orNull(Type.Enum(['dossier', 'process'])) })),
});
export type InFlightGroup = Static<typeof InFlightGroup>;

/** What would become of live dossiers if the draft were published and they were taken to it. */
export const InFlight = shape({
  /** Draft that was looked at, and the content hash that it would be published under; null while it cannot be read. */
  revision: Count, hash: orNull(Hash), usable: Type.Boolean(),
  /** All live dossiers of the procedure, and how many of them, the newest, were looked at. */
  running: Count, looked: Count,
  safe: Count, clerk: Count, citizen: Count, cannot: Count,
  /** How many stand at which step; one that stands at two counts at both. */
  places: Type.Array(shape({ node: Line, name: LocalText, count: Count })),
  /** The gravest first, at most 200. */
  groups: Type.Array(InFlightGroup),
  /** Steps with dossiers that the draft lacks, and what may take their place. */
  gone: Type.Array(StepChoice), targets: Type.Array(StepChoice),
});
export type InFlight = Static<typeof InFlight>;
