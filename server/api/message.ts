import { Type, type Static } from 'typebox';
import { AnyObject, Id, Line, shape } from './shape.ts';

/** `keys` tell for which dossier it is, as `motcua:key` is drawn; `data` is what it brings. */
export const SendMessage = shape({ name: Line, keys: Type.Optional(AnyObject), data: Type.Optional(AnyObject) });

/** The dossier that has it: one that waited, or one that it began. */
export const MessageTaken = shape({ dossier: Id, code: Line });
export type MessageTaken = Static<typeof MessageTaken>;

/** `data` is what it brings. */
export const SendSignal = shape({ name: Line, data: Type.Optional(AnyObject) });

/** Under which id it is kept and carried: the record of each dossier that hears it names it. */
export const SignalTaken = shape({ signal: Id });

/** `data` is how things stand; each condition by which a dossier begins is evaluated on it. */
export const EvaluateConditions = shape({ data: AnyObject });

/** The dossiers that began, each where its condition began to hold; `undecided` are conditions that are neither true nor false of these data. */
export const ConditionsEvaluated = shape({
  dossiers: Type.Array(shape({ procedure: Line, dossier: Id, code: Line })),
  undecided: Type.Array(shape({ procedure: Line, node: Line, message: Type.String() })),
});
