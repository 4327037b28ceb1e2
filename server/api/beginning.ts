import { Type, type Static } from 'typebox';
import { AnyObject, Hash, Id, Line, LocalText, ProcedureKey, UnitName, shape } from './shape.ts';
import { DossierState } from './clock.ts';
import { TaskCompleted } from './task.ts';

/** A procedure whose dossiers the reader may begin, and the units in which; `form` is that of the application. */
export const Beginning = shape({ key: ProcedureKey, name: LocalText, summary: LocalText, sector: LocalText, version: Hash, form: Line, units: Type.Array(UnitName, { minItems: 1 }) });
export type Beginning = Static<typeof Beginning>;
/** `duty`: there is a duty list with work of the reader’s units. */
export const Beginnings = shape({ procedures: Type.Array(Beginning), duty: Type.Boolean() });

/** The answer of the application form, for a dossier that nobody applies for. */
export const BeginDossier = shape({ procedure: ProcedureKey, unit: Id, data: AnyObject });
export const DossierBegun = shape({ dossier: Id, code: Line, state: DossierState, open: TaskCompleted.properties.open });
export type DossierBegun = Static<typeof DossierBegun>;
