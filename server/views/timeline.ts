import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import type { Definition, FlowId, LocalText } from '../../engine/definition.ts';
import { evaluate, variables } from '../../engine/expression/feel.ts';
import type { Data } from '../../engine/state.ts';
import { isObject } from '../../forms/field-path.ts';
import { firstRole } from '../../engine/step-roles.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { LinkedDossier } from '../api/linked.ts';
import type { TimelineStep, Turn } from '../api/timeline.ts';
import type { Package } from '../library/package.ts';
import { answerOf, outcomeLabel } from './answer.ts';
import { stepClock } from './clock-view.ts';
import type { Names } from './names.ts';
import { namedByRound } from './round.ts';
import { citizenName, whoseRole } from './step-name.ts';

const noClock = { limit: null, dueAt: null, verdict: 'none', left: null } as const;
const filed: LocalText = { vi: 'Nộp hồ sơ', en: 'Dossier filed' };
const begun: LocalText = { vi: 'Mở hồ sơ', en: 'Dossier begun' };

/** What a citizen may read of the dossier's way: steps with a citizen's name, done and current, then the likely next ones. */
export function timelineOf(pack: Package, dossier: DossierRow, tasks: readonly TaskRow[], calendar: CompiledCalendar, names: Names, at: string): TimelineStep[] {
  const past = tasks.filter((task) => citizenName(pack.definition, task.node) !== undefined && task.status !== 'cancelled');
  const steps = past.toSorted((one, other) => one.openedAt.localeCompare(other.openedAt)).map((task): TimelineStep => ({
    name: namedByRound(citizenName(pack.definition, task.node) ?? task.name, past, task),
    standing: task.status === 'completed' ? 'done' : 'current',
    whose: whoseRole(task.role),
    unit: task.role === 'applicant' ? null : names.unit(task.unitId),
    from: task.openedAt,
    to: task.closedAt,
    clock: stepClock(calendar, task, at),
    outcome: task.status === 'completed' && isLast(past, task) ? outcomeLabel(pack, task.node, answerOf(pack, dossier.data, task.node)) : null,
  }));
  const by = dossier.applicantAccount === null || isObject(dossier.data['origin']) ? { name: begun, whose: 'machine' as const } : { name: filed, whose: 'applicant' as const };
  const start: TimelineStep = { ...by, standing: 'done', unit: null, from: dossier.submittedAt, to: dossier.submittedAt, clock: noClock, outcome: null };
  return [start, ...steps, ...(dossier.status === 'active' ? nextSteps(pack, dossier, tasks, at) : [])];
}

/** A dossier that began with this one, as a step of its way: another office takes it, in a time of its own. */
export const linkedStep = ({ procedure, unit, submittedAt, endedAt, ended, clock }: LinkedDossier): TimelineStep => ({
  name: procedure.name, standing: endedAt === null ? 'current' : 'done', whose: 'agency', unit, from: submittedAt, to: endedAt,
  clock: clock === null ? noClock : { limit: clock.limit, dueAt: clock.dueAt, verdict: clock.verdict, left: clock.left }, outcome: ended,
});

/** Only the last answer of a repeated step stands in the data. */
const isLast = (tasks: readonly TaskRow[], task: TaskRow): boolean => tasks.every((other) => other.node !== task.node || other.openedAt <= task.openedAt);

/** Staff steps with a citizen's name that lie ahead of what is open and were never opened, nearest first. */
function nextSteps({ definition }: Package, { data }: DossierRow, tasks: readonly TaskRow[], at: string): TimelineStep[] {
  const opened = new Set(tasks.map(({ node }) => node));
  const queue = tasks.filter(({ status }) => status === 'open').map(({ node }) => node);
  const seen = new Set(queue);
  const ahead: TimelineStep[] = [];
  for (const id of queue) {
    for (const flow of waysOn(definition, id, data, at)) {
      const target = definition.flows[flow]?.target;
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      const node = definition.nodes[target];
      // What follows an applicant's step depends on what they will say.
      const role = node && firstRole(node.step);
      if (role !== 'applicant') queue.push(target);
      if (node?.kind !== 'userTask' || node.step.citizenName === undefined || role === 'applicant' || opened.has(target)) continue;
      ahead.push({ name: node.step.citizenName, standing: 'next', whose: whoseRole(role), unit: null, from: null, to: null, clock: { ...noClock, limit: node.step.timeLimit ?? null }, outcome: null });
    }
  }
  return ahead;
}

/** The flows that may be taken out of a node: of an exclusive gateway without those that what was filed rules out, such as the counter for a result that goes out by post. */
function waysOn({ nodes, flows }: Definition, id: string, data: Data, at: string): readonly FlowId[] {
  const node = nodes[id];
  if (node?.kind !== 'exclusiveGateway') return node?.outgoing ?? [];
  const open: FlowId[] = [];
  for (const flow of node.outgoing) {
    const text = flow === node.default ? undefined : flows[flow]?.condition?.text;
    const holds = text === undefined ? undefined : filedSays(text, data, at);
    if (holds === true) return [...open, flow];
    if (text !== undefined && holds === undefined) open.push(flow);
  }
  return node.default === undefined ? open : [...open, node.default];
}

/** What comes of a condition on nothing but what was filed, and whether a paper had to be signed by hand, which one that is not there yet had not; undefined of any other, which nobody knows yet. */
function filedSays(text: string, data: Data, at: string): boolean | undefined {
  const papers = variables(text).filter((path) => !/^(application|filing)\./.test(path));
  if (!papers.every((path) => /^\w+\.byHand$/.test(path))) return undefined;
  const result = evaluate(text, { ...Object.fromEntries(papers.map((path) => [path.split('.')[0]!, { byHand: false }])), ...data }, at);
  return 'value' in result && typeof result.value === 'boolean' ? result.value : undefined;
}

/** Whose turn it is, as the citizen reads it. */
export const turnOf = (pack: Package, dossier: DossierRow, tasks: readonly TaskRow[], names: Names): Turn => turnCalled(dossier, tasks, names, ({ node }) => citizenName(pack.definition, node) ?? null);

/** Whose turn it is, as staff read it: each step by its own name. */
export const turnAtDesk = (dossier: DossierRow, tasks: readonly TaskRow[], names: Names): Turn => turnCalled(dossier, tasks, names, ({ name }) => name);

/** The applicant's turn before the unit's before an agency's. */
function turnCalled(dossier: DossierRow, tasks: readonly TaskRow[], names: Names, called: (task: TaskRow) => LocalText | null): Turn {
  const open = tasks.filter(({ status }) => status === 'open').map((task) => ({ task, whose: whoseRole(task.role) }));
  const first = (['applicant', 'unit', 'agency'] as const).map((whose) => open.find((one) => one.whose === whose)).find((found) => found !== undefined);
  if (first === undefined) return { whose: dossier.status === 'active' ? 'machine' : 'nobody', unit: dossier.status === 'active' ? names.unit(dossier.unitId) : null, step: null, since: null, dueAt: null };
  const { task, whose } = first;
  return { whose, unit: whose === 'applicant' ? null : names.unit(task.unitId), step: called(task), since: task.openedAt, dueAt: task.dueAt };
}
