import { minutesOfADay } from '../../engine/calendar/working-minutes.ts';
import type { Definition } from '../../engine/definition.ts';
import type { Simulated, SimulationPlan } from '../../procedures/simulation/plan.ts';
import { rangeOf } from '../../procedures/simulation/range.ts';

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

const method = 'Waits are means in working time (d: days of 8 h). Data is not looked at: each way is taken as often as the others of its gateway. Estimates, not promises.';

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
    '', method,
  ].join('\n');
}

/** The same of several runs, each by other chance: every figure as the mean of the runs, and from the least to the most of them. */
export function shownRuns({ nodes }: Definition, plan: SimulationPlan, outcomes: readonly Simulated[]): string {
  const named = (id: string): string => `${nodes[id]?.name ?? id} (${id})`.normalize('NFC');
  const over = (count: (run: Simulated) => number | null | undefined, write: (value: number) => string): string => {
    const range = rangeOf(outcomes.map(count));
    return range === undefined ? '-' : `${write(range.mean)} (${write(range.least)} to ${write(range.most)})`;
  };
  const whole = (value: number): string => String(Math.round(value));
  const step = (run: Simulated, id: string) => run.steps.find(({ node }) => node === id);
  const role = (run: Simulated, id: string) => run.roles.find((one) => one.role === id);
  const steps = [...new Set(outcomes.flatMap((run) => run.steps.map(({ node }) => node)))];
  const roles = [...new Set(outcomes.flatMap((run) => run.roles.map((one) => one.role)))];
  const waited = (id: string): number => rangeOf(outcomes.map((run) => step(run, id)?.waited.mean))?.mean ?? 0;
  const last = plan.seed + outcomes.length - 1;
  return [
    `${outcomes.length} runs, seeds ${plan.seed} to ${last}: ${over(({ dossiers }) => dossiers, whole)} dossiers in ${plan.days} working days from ${plan.from.slice(0, 10)} (${plan.arrivals} a day)`,
    `within ${plan.limit}: ${outcomes.every(({ inTime }) => inTime === null) ? 'no legal clock' : over(({ inTime }) => inTime, percent)}; time on the clock: half within ${over(({ clock }) => clock.median, spoken)}, 9 of 10 within ${over(({ clock }) => clock.p90, spoken)}`,
    ...(outcomes.some(({ stuck }) => stuck > 0) ? [`${over(({ stuck }) => stuck, whole)} did not come to an end`] : []),
    ...(outcomes.some(({ cut }) => cut) ? ['It became too long and was cut: fewer dossiers, days or runs.'] : []),
    '', table([['step', 'times', 'waits', 'work'], ...steps.toSorted((one, other) => waited(other) - waited(one)).map((id) => [named(id), over((run) => step(run, id)?.count, whole), over((run) => step(run, id)?.waited.mean, spoken), over((run) => step(run, id)?.worked.mean, spoken)])]),
    ...(roles.length > 0 ? ['', table([['role', 'people', 'busy', 'longest queue'], ...roles.map((id) => [id, String(role(outcomes[0]!, id)?.people ?? 0), over((run) => role(run, id)?.busy, percent), over((run) => role(run, id)?.longestQueue, whole)])])] : []),
    '', `Each figure is the mean of the runs, and in brackets the least and the most of them. ${method}`,
  ].join('\n');
}
