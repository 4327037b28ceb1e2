import type { Definition } from '../engine/definition.ts';
import type { Environment } from '../engine/environment.ts';
import type { Data, Json } from '../engine/state.ts';
import type { Form } from '../forms/form.ts';
import type { Parameter } from '../procedures/procedure.ts';
import type { FieldFault } from './answer.ts';

/** A published version, ready to run. */
export interface RunnableProcedure {
  readonly key: string;
  readonly hash: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly definition: Definition;
  readonly environment: Environment;
  /** Code of the unit whose dossiers begin without an application; absent when none do. */
  readonly office?: string;
  /** Kinds of units in which people of the office may begin dossiers by hand; absent when in any. */
  readonly beginsIn?: readonly string[];
  /** Names of connectors that it describes and that the house does by that: their systems are known here. */
  readonly described?: ReadonlySet<string>;
  /** Who files is not written down in the dossier (protected.ts). */
  readonly protectsApplicant?: boolean;
  /** Statutory time limit of the whole of what is filed on a day of the office, e.g. "7 working days"; `data.timeLimit` decided for the dossier goes before it. */
  readonly timeLimit?: (day: string) => string;
  /** What units set for themselves; stands as `local` in the data. */
  readonly parameters?: readonly Parameter[];
  /** How much time may be left for a dossier to be due soon, e.g. "3 working days"; default: engine/calendar/clock-view.ts. */
  readonly dueSoon?: string;
  /** The kind of unit that its rule of competence names for a dossier's data, where it can be told. */
  readonly competent?: (data: Data, at: string) => string | undefined;
  /** What its forms ask, by name; `application` is what is filed. */
  readonly forms?: ReadonlyMap<string, Form>;
  /** Checks an answer against a form of the package; nothing found means it is right. */
  readonly check?: (form: string, answer: Json, data: Data) => readonly FieldFault[];
  /** The application as it is to be kept once corrections were merged in: computed fields again, hidden ones gone. */
  readonly settle?: (application: Data) => Data;
}
