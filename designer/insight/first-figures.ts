import type { Definition } from '../../engine/definition.ts';
import { forksOf } from '../../procedures/simulation/forks.ts';
import type { SeveralPlan } from '../../procedures/simulation/several.ts';
import { usualMinutesOf } from '../../procedures/simulation/simulate.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import type { History } from '../../server/api/history.ts';

export type Figures = Omit<SeveralPlan, 'from'>;

const stepsOf = ({ nodes }: Definition) => Object.values(nodes).flatMap(({ id, kind, step: { role } }) => (kind === 'userTask' ? [{ id, role }] : []));

/** What is supposed at first of all the versions: what real dossiers did, and who is there. What several versions have is as the first has it. */
export function firstFigures(definitions: readonly Definition[], history: Pick<History, 'perDay' | 'ways'>, roles: DesignerPackage['roles']): Figures {
  const counts = new Map(history.ways.map(({ flow, count }) => [flow, count]));
  // a way into several regions is counted by the first of its flows
  const taken = (flow: string) => counts.get(flow) ?? counts.get(`${flow}.1`);
  const asked = new Set(definitions.flatMap((definition) => stepsOf(definition).map(({ role }) => role)));
  const firstWins = (found: readonly (readonly [string, number])[]) => Object.fromEntries([...Map.groupBy(found, ([id]) => id)].map(([id, [first]]) => [id, first![1]]));
  return {
    arrivals: history.perDay > 0 ? Math.max(0.1, Math.round(history.perDay * 10) / 10) : 2, days: 60,
    staff: Object.fromEntries(roles.flatMap(({ role, people }) => (role !== 'applicant' && asked.has(role) ? [[role, Math.max(1, people)]] : []))),
    steps: firstWins(definitions.flatMap((definition) => stepsOf(definition).map(({ id }) => [id, usualMinutesOf(definition, id)] as const))),
    ways: firstWins(definitions.flatMap((definition) => forksOf(definition).filter(({ ways, mayStay }) => ways.length > 1 || mayStay).flatMap(({ ways }) => {
      const known = ways.some(({ flow }) => taken(flow) !== undefined);
      return ways.map(({ flow }) => [flow, known ? (taken(flow) ?? 0) : 1] as const);
    }))),
  };
}
