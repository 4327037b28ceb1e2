import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Event } from '../../engine/event.ts';
import type { State } from '../../engine/state.ts';
import { start, transition } from '../../engine/transition.ts';
import { isObject } from '../../forms/field-path.ts';
import { differences } from '../../procedures/scenario-differences.ts';
import { feeIn, pathOf, waitingAt, type Outcome } from '../../procedures/scenario-outcome.ts';
import type { Scenario } from '../../procedures/scenario.ts';
import { livedOf } from '../designer/lived.ts';
import type { Services } from '../services.ts';
import { dossierClock } from '../views/clock-view.ts';
import { openFolder, type Folder } from '../views/folder.ts';

/** A dossier as the rows of the house tell it: its journal, its papers, its clock as people see it. */
interface Lived extends Outcome {
  /** Elements in the order in which they were entered. */
  readonly entered: readonly string[];
  readonly definition: Folder['pack']['definition'];
}

export async function lived({ library, store, now }: Pick<Services, 'library' | 'store' | 'now'>, dossierId: string): Promise<Lived> {
  return store.read(async (tx) => {
    const dossier = await tx.dossiers.first({ id: dossierId });
    if (dossier === undefined) throw new Error(`expected a dossier ${dossierId}, but there is none`);
    const { pack, letters, calendar } = await openFolder(tx, { library, store }, dossier, now());
    const entries = await tx.journal.find({ dossierId }, { order: [['seq', 'asc']] });
    const events = livedOf(await tx.journalPayloads.find({ dossierId }, { order: [['seq', 'asc']] })).flatMap((entry) => entry.events);
    const entered = entries.flatMap(({ visits }) => visits.flatMap(({ element, did }) => (did === 'enter' ? [element] : [])));
    const clock = dossierClock(calendar, dossier, now(), pack.procedure.dueSoon);
    const issued = events.flatMap((event) => (event.type === 'job.complete' && isObject(event.data) ? [event.data['letter']] : []));
    return {
      entered, visited: new Set(entered), definition: pack.definition, path: pathOf(pack.definition, entered),
      // The player of scenarios has each paper say in its title by which template it was set.
      letters: letters.toSorted((one, other) => issued.indexOf(one.id) - issued.indexOf(other.id)).map(({ title }) => title.en),
      states: statesIn(effectsOf(pack, events)), status: dossier.status,
      due: clock.dueAt === null ? null : officeDate(clock.dueAt),
      verdict: clock.status !== 'ended' ? null : clock.verdict === 'on-time' ? 'on_time' : (clock.verdict as 'early' | 'late'),
      fee: feeIn(dossier.data), data: dossier.data, open: waitingAt(dossier.progress),
    };
  });
}

/** What the journal's events ask of the world, one after the other. */
function* effectsOf({ definition, runnable: { environment } }: Folder['pack'], events: readonly Event[]): Generator<Effect> {
  let state: State | undefined;
  for (const event of events) {
    const step = event.type === 'start' ? start(definition, event, environment) : transition(definition, state!, event, environment);
    if ('rejected' in step) throw new Error(`expected the journal's ${event.type} at ${event.at} to be accepted again, but ${step.message}`);
    yield* step.effects;
    ({ state } = step);
  }
}

const statesIn = (effects: Iterable<Effect>): readonly number[] => {
  const states: number[] = [];
  for (const effect of effects) if (effect.type === 'dossier.state' && states.at(-1) !== effect.state) states.push(effect.state);
  return states;
};

/** How many elements had been entered once the dossier was filed, and after each step of the scenario. */
export type Marks = readonly number[];

/** What came otherwise in the house than the scenario expects; where an element tells, with that and the step of the scenario at which it was so. */
export function livedOtherwise({ steps, expect }: Pick<Scenario, 'steps' | 'expect'>, came: Lived, marks: Marks): readonly string[] {
  return [...differences(expect, came, came.definition)].map(({ what, element, message }) => {
    if (element === undefined) return `in the end: ${message}`;
    const index = what === 'path' ? leftAt(expect.path, came) : came.entered.lastIndexOf(element);
    const number = marks.findIndex((entered) => index < entered);
    const when = number < 0 ? 'in the end' : number === 0 ? 'filed' : `step ${number} (${nameOf(steps[number - 1]!)})`;
    return `${when}, at (${element}): ${message}`;
  });
}

/** The place, among what was entered, of the first step that is not on the path that was expected. */
function leftAt(path: readonly string[], { entered, definition }: Lived): number {
  let passed = 0;
  const index = entered.findIndex((id) => pathOf(definition, [id]).length > 0 && path[passed++] !== id);
  return index < 0 ? entered.length : index;
}

const nameOf = (step: Scenario['steps'][number]): string => Object.entries(step).flatMap(([name, value]) => (name !== 'at' && typeof value === 'string' ? [`${name} ${value}`] : []))[0] ?? '';
