import { minutesOfADay } from '../../engine/calendar/working-minutes.ts';
import type { Definition } from '../../engine/definition.ts';
import type { Simulated, SimulationPlan } from '../../procedures/simulation/plan.ts';

/** Working minutes as a person says them; a working day has eight hours. */
const spoken = (minutes: number): string => {
  if (minutes < 60) return `${Math.round(minutes)} min`;
  return minutes < minutesOfADay ? `${(minutes / 60).toFixed(1)} h` : `${(minutes / minutesOfADay).toFixed(1)} d`;
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Columns as wide as their widest cell; the first to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd()).join('\n');
}

/** What came of a simulation, for people: the whole, each step by how long it lay, each role by how busy it was. */
export function shownSimulation({ nodes }: Definition, plan: SimulationPlan, outcome: Simulated): string {
  const named = (id: string): string => `${nodes[id]?.name ?? id} (${id})`.normalize('NFC');
  const steps = outcome.steps.toSorted((one, other) => other.waited.mean - one.waited.mean);
  const roles = outcome.roles.toSorted((one, other) => other.busy - one.busy);
  return [
    `${outcome.dossiers} dossiers in ${plan.days} working days from ${plan.from.slice(0, 10)} (${plan.arrivals} a day, seed ${plan.seed})`,
    `within ${plan.limit}: ${outcome.inTime === null ? 'no legal clock' : percent(outcome.inTime)}; time on the clock: half within ${spoken(outcome.clock.median)}, 9 of 10 within ${spoken(outcome.clock.p90)}`,
    ...(outcome.stuck > 0 ? [`${outcome.stuck} did not come to an end`] : []),
    ...(outcome.cut ? ['It became too long and was cut: fewer dossiers or days.'] : []),
    '', table([['step', 'times', 'waits', '9 of 10 wait', 'work'], ...steps.map(({ node, count, waited, worked }) => [named(node), String(count), spoken(waited.mean), spoken(waited.p90), spoken(worked.mean)])]),
    ...(roles.length > 0 ? ['', table([['role', 'people', 'busy', 'longest queue'], ...roles.map(({ role, people, busy, longestQueue }) => [role, String(people), percent(busy), String(longestQueue)])])] : []),
    '', 'Waits are means in working time (d: days of 8 h). Data is not looked at: each way is taken as often as the others of its gateway. Estimates, not promises.',
  ].join('\n');
}
