import { Type, type Static } from 'typebox';
import { Count, Hash, Id, Instant, Line, LocalText, PersonName, orNull, shape } from './shape.ts';

const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
/** Element and flow ids of one version by those of the other; what is not named keeps its id. */
export const Mapping = Type.Record(Type.String({ minLength: 1, maxLength: 200 }), Type.String({ minLength: 1, maxLength: 200 }), { maxProperties: 500 });

/** How dossiers in flight are to go on under another version. */
export const TransferPlan = shape({ from: Hash, to: Hash, mapping: Mapping });
export type TransferPlan = Static<typeof TransferPlan>;
export const StartTransfer = shape({ from: Hash, to: Hash, mapping: Mapping, reason: Reason, confirmed: Type.Boolean() });
export const UndoTransfer = shape({ reason: Reason });
export const TransferStarted = shape({ id: Id });

/** Why a dossier stays or needs a look: `code` names the kind, `element` the step or field, `message` says it in full. `field` is a question of a form, `from` and `to` are limits. */
export const TransferReason = shape({
  code: Line, element: Type.String(), step: orNull(LocalText), message: Type.String(),
  field: orNull(shape({ id: Line, label: LocalText, kind: Type.Enum(['answer', 'document']), missing: Type.Boolean() })), from: orNull(Type.String()), to: orNull(Type.String()),
});
export type TransferReason = Static<typeof TransferReason>;

export const StepChoice = shape({ id: Line, kind: Line, name: LocalText });

/** The dry run. `gone` are steps with dossiers that the other version lacks, `targets` what may take their place. */
export const TransferExamined = shape({
  safe: Count, clerk: Count, citizen: Count, cannot: Count,
  dossiers: Type.Array(shape({ id: Id, code: Line, verdict: Type.Enum(['clerk', 'citizen', 'cannot']), able: Type.Boolean(), reasons: Type.Array(TransferReason) })),
  gone: Type.Array(StepChoice), targets: Type.Array(StepChoice),
});
export type TransferExamined = Static<typeof TransferExamined>;

/** Numbers of dossiers: waiting, moved, kept where they were, going back, back again, and unable to go back. */
const Progress = shape({ open: Count, moved: Count, kept: Count, undo: Count, undone: Count, stuck: Count });

export const TransferView = shape({
  id: Id, from: Count, to: Count, reason: Line, startedAt: Instant, startedBy: orNull(PersonName), undoneAt: orNull(Instant), progress: Progress,
  /** Dossiers that stayed or could not go back, at most 50, with the reasons. */
  left: Type.Array(shape({ dossier: Id, code: Line, status: Line, reasons: Type.Array(TransferReason) })),
});
export type TransferView = Static<typeof TransferView>;
export const Transfers = shape({ transfers: Type.Array(TransferView) });
export type Transfers = Static<typeof Transfers>;
