import type { DecisionModel } from '../engine/decision/model.ts';
import type { Definition } from '../engine/definition.ts';
import type { Environment } from '../engine/environment.ts';
import type { Form } from '../forms/form.ts';
import type { Description } from './described/description.ts';
import type { LetterTemplate } from './letters/template.ts';
import type { Procedure } from './procedure.ts';

/** A package, read and compiled: frozen, and the same for the same hash. */
export interface LoadedProcedure {
  /** SHA-256 of the content (package-hash.ts): what a dossier is pinned to. */
  readonly hash: string;
  readonly procedure: Procedure;
  readonly definition: Definition;
  /** By form id. */
  readonly forms: ReadonlyMap<string, Form>;
  /** By file name without `.dmn`. */
  readonly decisions: ReadonlyMap<string, DecisionModel>;
  /** By letter key. */
  readonly letters: ReadonlyMap<string, LetterTemplate>;
  /** Connectors that it describes, by name. */
  readonly connectors: ReadonlyMap<string, Description>;
  /** By name within `resources/`. */
  readonly resources: ReadonlyMap<string, Uint8Array>;
  /** Evaluates this package's decisions, for the engine. */
  readonly environment: Environment;
}
