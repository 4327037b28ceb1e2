import type { Transaction } from '../../storage/store.ts';
import type { FailedStart } from '../api/incident.ts';
import type { Services } from '../services.ts';
import { namesOf } from './names.ts';
import { stepName } from './step-name.ts';

const most = 200;

/** Which timer it is. */
type Which = { readonly procedureKey: string; readonly node: string; readonly part: number };
const idOf = ({ procedureKey, node, part }: Which): string => `${procedureKey}_${node}_${part}`;

/** The timer that an id names; nothing when it is none. Keys of procedures hold no underscore. */
export function startNamed(id: string): Which | undefined {
  const [, procedureKey, node, part] = /^([^_]+)_(.+)_(\d{1,3})$/.exec(id) ?? [];
  return procedureKey === undefined || node === undefined ? undefined : { procedureKey, node, part: Number(part) };
}

/** How many dossiers of each procedure, by its key, could not begin by a timer. */
export async function unbegun(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const tallies = await tx.startTurns.tally({ status: 'failed' }, ['procedureKey'], { all: {} });
  return new Map(tallies.map(({ procedureKey, counts }) => [procedureKey, counts.all]));
}

/** The timers whose dossiers could not begin, or that stand still themselves; by procedure, at most 200. */
export async function failedStarts({ library }: Pick<Services, 'library'>, tx: Transaction): Promise<FailedStart[]> {
  const stuck = await tx.startTimers.find({ status: 'failed' }, { limit: most });
  const tallies = await tx.startTurns.tally({ status: 'failed' }, ['procedureKey', 'node', 'part'], { all: {} });
  const found = new Map<string, Which>([...stuck, ...tallies.slice(0, most)].map((which) => [idOf(which), which]));
  const shown: FailedStart[] = [];
  for (const [id, { procedureKey, node, part }] of [...found].toSorted(([one], [other]) => one.localeCompare(other))) {
    const timer = stuck.find((one) => idOf(one) === id);
    const first = await tx.startTurns.first({ procedureKey, node, part, status: 'failed' }, { order: [['dueAt', 'asc']] });
    const last = first ?? timer;
    if (last === undefined) continue;
    // That a package cannot be read may be why its dossiers do not begin: it is told all the same.
    const pack = await library.current(tx, procedureKey).catch(() => undefined);
    const drawn = pack?.definition.nodes[node];
    shown.push({
      id, procedure: { key: procedureKey, name: pack?.procedure.shortName ?? { vi: procedureKey, en: procedureKey } }, unit: (await namesOf(tx, [last.unitId])).unit(last.unitId),
      step: drawn === undefined ? { vi: node, en: node } : stepName(drawn), dossiers: tallies.find((one) => idOf(one) === id)?.counts.all ?? 0, since: last.dueAt, stands: timer !== undefined,
      message: (last.error ?? '').slice(0, 500) || '–',
    });
  }
  return shown;
}
