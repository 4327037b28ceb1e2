import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import { isWithin } from '../../forms/validate.ts';
import type { InFlight, InFlightGroup, InFlightReason } from '../../server/api/in-flight.ts';
import type { FormChange } from './told/form-words.ts';
import type { ProcessChange } from './process-diff.ts';

/** One thing that a draft does otherwise, as a sentence, and where it lies: of a drawing, of a form, or in procedure.json. */
export interface Change {
  readonly path: string;
  readonly text: string;
  readonly process?: ProcessChange;
  readonly form?: FormChange;
  readonly place?: string;
}

/** What a change means for dossiers in flight; the rest of them it leaves alone. */
export interface Touching {
  readonly clerk: number;
  readonly citizen: number;
  readonly cannot: number;
  readonly reasons: readonly Told[];
}

/** A reason with those it holds for: how many, and which of them stand where, as far as they are named. */
export interface Told {
  readonly reason: InFlightReason;
  readonly count: number;
  readonly dossiers: readonly (InFlightGroup['dossiers'][number] & Pick<InFlightGroup, 'at'>)[];
}

export interface ByChange {
  /** Changes that dossiers wait for somebody because of, in the order of the review. */
  readonly touching: readonly (Touching & { readonly change: Change })[];
  /** Changes that are safe for every dossier in flight. */
  readonly safe: readonly Change[];
  /** What no single change of the draft explains: dossiers of earlier versions, faults of now. */
  readonly others: Touching | undefined;
}

/** For each change of a draft, the dossiers in flight that it touches and what they need. */
export function byChange(changes: readonly Change[], groups: InFlight['groups']): ByChange {
  const caused = changes.map((): Because[] => []);
  const others: Because[] = [];
  for (const group of groups) {
    for (const reason of group.reasons) {
      const causes = causesOf(reason, changes);
      for (const index of causes) caused[index]!.push({ group, reason });
      if (causes.length === 0) others.push({ group, reason });
    }
  }
  return {
    touching: changes.flatMap((change, index) => (caused[index]!.length > 0 ? [{ change, ...touching(caused[index]!) }] : [])),
    safe: changes.filter((_change, index) => caused[index]!.length === 0),
    others: others.length > 0 ? touching(others) : undefined,
  };
}

interface Because { readonly group: InFlightGroup; readonly reason: InFlightReason }

const gravest = ['cannot', 'citizen', 'clerk'] as const;

function touching(found: readonly Because[]): Touching {
  const counts = { clerk: 0, citizen: 0, cannot: 0 };
  for (const [group, all] of Map.groupBy(found, ({ group: one }) => one)) counts[gravest.find((need) => all.some(({ reason }) => reason.need === need))!] += group.count;
  const reasons = [...Map.groupBy(found, ({ reason }) => JSON.stringify(reason)).values()].map((all): Told => ({
    reason: all[0]!.reason, count: all.reduce((sum, { group }) => sum + group.count, 0), dossiers: all.flatMap(({ group: { at, dossiers } }) => dossiers.map((dossier) => ({ ...dossier, at }))),
  }));
  return { ...counts, reasons };
}

/** Which of these changes make a reason, by their place in the list: those that name the very thing, else those that may have. */
export function causesOf(reason: InFlightReason, changes: readonly Change[]): readonly number[] {
  const found = (is: (change: Change) => boolean) => changes.flatMap((change, index) => (is(change) ? [index] : []));
  for (const sure of surest(reason)) {
    const causes = found(sure);
    if (causes.length > 0) return causes;
  }
  return [];
}

const isProcess = (path: string): boolean => path === bpmnFile || path === statechartFile;
/** Of a form, what decides which answers are right. */
const asks = new Set<FormChange['change']>(['field-added', 'field-retyped', 'field-required']);

/** Tests of a change, the surest first: the first that any change meets names the causes. */
function surest({ code, element, field, file }: InFlightReason): readonly ((change: Change) => boolean)[] {
  const property = (...names: readonly string[]) => ({ process }: Change) => process?.at === element && process.change === 'step-property' && names.includes(process.property);
  const step = (...kinds: readonly ProcessChange['change'][]) => ({ process }: Change) => process?.at === element && kinds.includes(process.change);
  const around = ({ process }: Change) => process !== undefined && 'between' in process && process.between.includes(element);
  const asked = ({ path, form }: Change) => path === file && field !== null && form !== undefined && 'field' in form && asks.has(form.change) && (isWithin(field.id, form.field) || isWithin(form.field, field.id));
  const rules = ({ path, form }: Change) => path === file && form?.change === 'form-rules';
  const inForm = ({ path }: Change) => path === file && file !== null;
  switch (code) {
    case 'due': return [({ path, place = '' }) => path === file && place.startsWith('timeLimit'), inForm];
    case 'limit': return [property('timeLimit')];
    case 'gone': return [step('step-removed')];
    case 'application': return [asked, rules, inForm];
    case 'answered': return [asked, property('form'), rules, inForm];
    case 'in-hand': return [(change) => property('form', 'role', 'candidates')(change) || inForm(change)];
    default: return [step('step-added', 'step-removed', 'step-property'), around, ({ path, process }) => isProcess(path) && process === undefined];
  }
}
