import type { CompiledCalendar } from '../../engine/calendar/calendar.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import { elapsed } from '../../engine/calendar/elapsed.ts';
import { minutesOfADay, workingMinutes } from '../../engine/calendar/working-minutes.ts';
import type { Definition } from '../../engine/definition.ts';
import { Agenda } from './agenda.ts';
import { answersBy } from './answers.ts';
import { Case, type Pending } from './case.ts';
import type { Simulated, SimulationPlan } from './plan.ts';
import { duration, gap, luckOf } from './random.ts';
import { spreadOf } from './spread.ts';

type Entry =
  | { readonly what: 'arrive' }
  | { readonly what: 'timer'; readonly of: Case }
  | { readonly what: 'done'; readonly of: Case; readonly work: Pending; readonly by?: Desk };

/** The people of one role, and what lies before them: the first that came is taken first. */
interface Desk {
  readonly role: string;
  readonly people: number;
  free: number;
  readonly queue: { readonly of: Case; readonly work: Pending }[];
  longest: number;
  worked: number;
}

const mostEvents = 100_000;
/** Of the time that a step may take, as long as nobody says how much of it is work. */
const usualShare = 0.25;
const usualMinutes = 30;
const usualWait = minutesOfADay;

/** How long a step takes, or what is waited for, as long as nobody says otherwise. */
export const usualMinutesOf = ({ nodes }: Definition, id: string): number => {
  const limit = workingMinutes(nodes[id]?.step.timeLimit ?? '');
  return limit === undefined ? usualMinutes : Math.max(1, Math.round(limit * usualShare));
};

/**
 * Lets dossiers come by chance and be worked on by so many people, each one moved by the engine itself along the working
 * calendar: a discrete-event simulation. What the data would decide is decided by how often each way is taken.
 * `elapsed` gives milliseconds of real time since it began; beyond `milliseconds` it is cut.
 */
export function simulate(definition: Definition, plan: SimulationPlan, calendar: CompiledCalendar, budget: { readonly milliseconds: number; readonly elapsed: () => number }): Simulated {
  const luck = luckOf(plan.seed);
  const answersOf = answersBy(definition, plan.ways);
  const agenda = new Agenda<Entry>();
  const cases: Case[] = [];
  const desks = new Map<string, Desk>();
  const waited = new Map<string, number[]>();
  const worked = new Map<string, number[]>();
  const add = (to: Map<string, number[]>, node: string, minutes: number): void => {
    const known = to.get(node);
    if (known) known.push(minutes);
    else to.set(node, [minutes]);
  };
  const after = (at: string, minutes: number): string => deadline(calendar, at, `${Math.max(0.01, minutes).toFixed(2)} working minutes`).dueAt;

  const deskOf = (node: string): Desk | undefined => {
    const role = definition.nodes[node]?.step.role;
    const people = role === undefined ? undefined : plan.staff[role];
    if (role === undefined || people === undefined) return undefined;
    const desk = desks.get(role) ?? { role, people, free: people, queue: [], longest: 0, worked: 0 };
    desks.set(role, desk);
    return desk;
  };
  const begin = (of: Case, work: Pending, at: string, by?: Desk): void => {
    const minutes = duration(luck(`${of.number} does ${work.node}`), plan.steps[work.node] ?? (work.subscription === undefined ? usualMinutesOf(definition, work.node) : usualWait));
    if (work.subscription === undefined) {
      add(waited, work.node, elapsed(calendar, work.openedAt, at));
      add(worked, work.node, minutes);
    }
    if (by) by.worked += minutes;
    agenda.note(after(at, minutes), { what: 'done', of, work, ...(by && { by }) });
  };
  const serve = (desk: Desk, at: string): void => {
    while (desk.free > 0) {
      const next = desk.queue.shift();
      if (next === undefined) return;
      // What was taken back while it lay there needs nobody.
      if (!next.of.isOpen(next.work)) continue;
      desk.free -= 1;
      begin(next.of, next.work, at, desk);
    }
  };
  const look = (of: Case, at: string): void => {
    for (const work of of.news()) {
      const desk = work.subscription === undefined ? deskOf(work.node) : undefined;
      if (desk === undefined) begin(of, work, at);
      else {
        desk.queue.push({ of, work });
        serve(desk, at);
        desk.longest = Math.max(desk.longest, desk.queue.length);
      }
    }
    if (of.instance.status === 'active' && of.bench.nextDue !== undefined) agenda.note(of.bench.nextDue, { what: 'timer', of });
  };

  const lastArrival = after(plan.from, plan.days * minutesOfADay);
  const arrive = (at: string): void => {
    const next = after(at, gap(luck('arrivals'), minutesOfADay / plan.arrivals));
    if (next <= lastArrival) agenda.note(next, { what: 'arrive' });
  };
  arrive(plan.from);
  let events = 0;
  let now = plan.from;
  let cut = false;
  for (let next = agenda.next(); next !== undefined; next = agenda.next()) {
    cut = (events += 1) > mostEvents || (events % 64 === 0 && budget.elapsed() > budget.milliseconds);
    if (cut) break;
    const { at, entry } = next;
    if (at > now) now = at;
    if (entry.what === 'arrive') {
      const number = cases.length + 1;
      const environment = { answers: answersOf((source) => luck(`${number} goes on from ${source}`)), decide: () => ({ value: null }) };
      const one = new Case(number, definition, environment, calendar, plan.limit, at);
      cases.push(one);
      look(one, at);
      arrive(at);
      continue;
    }
    // A timer that was noted and is no longer set.
    if (entry.what === 'timer' && (entry.of.instance.status !== 'active' || entry.of.bench.nextDue !== at)) continue;
    entry.of.pass(at);
    if (entry.what === 'done') {
      if (entry.by) entry.by.free += 1;
      if (entry.of.isOpen(entry.work)) entry.of.finish(entry.work);
    }
    look(entry.of, at);
    if (entry.what === 'done' && entry.by) serve(entry.by, at);
  }
  const open = Math.max(1, elapsed(calendar, plan.from, now));
  const verdicts = cases.flatMap(({ dossier, bench }) => dossier.verdict(bench.now) ?? (dossier.used(now) === undefined || dossier.due(now)! >= now.slice(0, 10) ? [] : ['late']));
  return {
    dossiers: cases.length,
    ended: cases.filter(({ instance }) => instance.status !== 'active').length,
    stuck: cut ? 0 : cases.filter(({ instance }) => instance.status === 'active').length,
    inTime: verdicts.length === 0 ? null : verdicts.filter((verdict) => verdict !== 'late').length / verdicts.length,
    clock: spreadOf(cases.flatMap(({ dossier, bench, instance }) => (instance.status === 'active' ? [] : (dossier.used(bench.now) ?? [])))),
    steps: [...worked].map(([node, minutes]) => ({ node, count: minutes.length, waited: spreadOf(waited.get(node) ?? []), worked: spreadOf(minutes) })),
    roles: [...desks.values()].map(({ role, people, worked: minutes, longest }) => ({ role, people, busy: minutes / (people * open), longestQueue: longest })),
    cut,
  };
}
