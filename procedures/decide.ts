import { decide, type Decided } from '../engine/decision/evaluate.ts';
import type { Definition, LocalText, Node } from '../engine/definition.ts';
import { evaluate } from '../engine/expression/feel.ts';
import type { Data, Json } from '../engine/state.ts';
import { filingFacts } from './filing-facts.ts';
import type { LoadedProcedure } from './loaded.ts';
import { localOf } from './parameters.ts';
import type { Conflict, LegalBasis } from './procedure.ts';

interface Failed {
  readonly failed: string;
}

/** `permit`: file a dossier; `exempt`: nothing to file; `ask`: find something out first. Other procedures may answer other words. */
export interface GuideAnswer {
  readonly outcome: string;
  readonly reason: LocalText;
  /** Ids of the rules that matched. */
  readonly rules: readonly string[];
  readonly legalBasis: readonly LegalBasis[];
}

/** phí is a `charge`, lệ phí a `levy`; amounts in đồng. */
export interface FeeLine {
  readonly code: string;
  readonly name: LocalText;
  readonly kind: 'charge' | 'levy';
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount: number;
  readonly legalBasis: readonly LegalBasis[];
}

export interface FeeAnswer {
  readonly lines: readonly FeeLine[];
  readonly total: number;
  /** Why nothing is due; empty when it is. */
  readonly waived: string;
}

export interface Competence {
  readonly unitKind: string;
  readonly name: LocalText;
  readonly legalBasis: readonly LegalBasis[];
}

/** Answers the eligibility guide. Questions that were not asked count as null. */
export function answerGuide(loaded: LoadedProcedure, answers: Data, at: string): GuideAnswer | Failed {
  const { permitNeeded } = loaded.procedure.decisions;
  if (permitNeeded === undefined) return { failed: `expected ${loaded.procedure.key} to have a guide, but it has none` };
  const [file = ''] = permitNeeded.split('#');
  const unanswered = Object.fromEntries((loaded.decisions.get(file)?.inputs ?? []).map(({ name }) => [name, null]));
  const result = ask(loaded, permitNeeded, { ...unanswered, ...answers }, at);
  if ('failed' in result) return result;
  const { outcome, reasonVi, reasonEn, basis } = objectOf(result.value);
  return { outcome: textOf(outcome), reason: { vi: textOf(reasonVi), en: textOf(reasonEn) }, rules: result.rules, legalBasis: basisOf(loaded, basis) };
}

/** The fee of a dossier's data as it stands: `{ application, filing, reception? }`. */
export function feeOf(loaded: LoadedProcedure, data: Data, at: string): FeeAnswer | Failed {
  const result = askAsInProcess(loaded, loaded.procedure.decisions.fee, data, at);
  if ('failed' in result) return result;
  const { lines, total, waived } = objectOf(result.value);
  return {
    lines: (Array.isArray(lines) ? (lines as readonly Json[]) : []).map((line) => lineOf(loaded, objectOf(line))),
    total: numberOf(total),
    waived: textOf(waived),
  };
}

/** The fee as far as it can be told from an application of which only so much is known; undefined when that does not decide it. */
export function foreseenFee(loaded: LoadedProcedure, application: Data, at: string): FeeAnswer | undefined {
  const { parameters } = loaded.procedure;
  const data: Data = { ...(parameters && { local: localOf(parameters) }), application, filing: filingFacts(at, 'online') };
  const result = askAsInProcess(loaded, loaded.procedure.decisions.fee, data, at);
  if ('failed' in result || typeof objectOf(result.value)['total'] !== 'number') return undefined;
  const fee = feeOf(loaded, data, at);
  return 'failed' in fee ? undefined : fee;
}

/** The questions of the application that the process hands to its fee decision as they are: `permitKind` for `application.permitKind`. */
export function questionsOfFee({ procedure, definition }: LoadedProcedure): readonly string[] {
  const task = taskAsking(definition, procedure.decisions.fee);
  return Object.values(task?.step.inputs ?? {}).flatMap(({ text }) => (/^application\.([\w.]+)$/.exec(text.trim())?.slice(1) ?? []));
}

/** The time the law allows this dossier, as working time text, with the conflicts of sources that touch it. */
export function timeLimitOf(loaded: LoadedProcedure, data: Data, at: string): { readonly limit: string; readonly conflicts: readonly Conflict[] } | Failed {
  const result = askAsInProcess(loaded, loaded.procedure.decisions.timeLimit, data, at);
  if ('failed' in result) return result;
  return { limit: textOf(result.value), conflicts: conflictsOf(loaded, objectOf(data['application'] ?? null), at) };
}

export function competenceOf(loaded: LoadedProcedure, data: Data, at: string): Competence | Failed {
  const result = askAsInProcess(loaded, loaded.procedure.decisions.competence, data, at);
  if ('failed' in result) return result;
  const { unitKind, nameVi, nameEn, basis } = objectOf(result.value);
  return { unitKind: textOf(unitKind), name: { vi: textOf(nameVi), en: textOf(nameEn) }, legalBasis: basisOf(loaded, basis) };
}

/** Conflicts of sources that touch an application; those whose condition cannot be told yet are left out. */
export function conflictsOf(loaded: LoadedProcedure, application: Data, at: string): readonly Conflict[] {
  return loaded.procedure.conflicts.filter(({ when }) => {
    if (when === undefined) return true;
    const result = evaluate(when, application, at);
    return 'value' in result && result.value === true;
  });
}

/** Asks with the inputs of the rule task that asks this decision, so that both always agree; without one, with all data. */
function askAsInProcess(loaded: LoadedProcedure, reference: string, data: Data, at: string): Decided | Failed {
  const task = taskAsking(loaded.definition, reference);
  const input: Record<string, Json> = task?.step.inputs ? {} : { ...data };
  for (const [name, { text }] of Object.entries(task?.step.inputs ?? {})) {
    const result = evaluate(text, data, at);
    if ('failed' in result) return { failed: `the input "${name}" of ${reference}: ${result.failed}` };
    input[name] = result.value;
  }
  return ask(loaded, reference, input, at);
}

const taskAsking = ({ nodes }: Definition, reference: string): Node | undefined => Object.values(nodes).find(({ kind, step }) => kind === 'businessRuleTask' && step.decision === reference);

/** What a decision of the package answers for some inputs. */
export const answerOf = (loaded: LoadedProcedure, reference: string, given: Data, at: string): Decided | Failed => ask(loaded, reference, given, at);

function ask({ decisions }: LoadedProcedure, reference: string, input: Data, at: string): Decided | Failed {
  const [file = '', decision = ''] = reference.split('#');
  const model = decisions.get(file);
  return model ? decide(model, decision, input, at) : { failed: `expected a file decisions/${file}.dmn for "${reference}", but the package has none` };
}

function lineOf(loaded: LoadedProcedure, line: Data): FeeLine {
  const { code, nameVi, nameEn, kind, quantity, unitPrice, amount, basis } = line;
  return {
    code: textOf(code), name: { vi: textOf(nameVi), en: textOf(nameEn) }, kind: kind === 'charge' ? 'charge' : 'levy',
    quantity: numberOf(quantity), unitPrice: numberOf(unitPrice), amount: numberOf(amount), legalBasis: basisOf(loaded, basis),
  };
}

const basisOf = ({ procedure }: LoadedProcedure, id: Json | undefined): readonly LegalBasis[] => procedure.legalBasis.filter((basis) => basis.id === id);
const objectOf = (value: Json): Data => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {});
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);
