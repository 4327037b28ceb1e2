import type { Definition } from './definition.ts';

/** How instances go from one version of a definition to another: elements and flows keep their id unless `mapping` names another. */
export interface Plan {
  readonly former: Definition;
  readonly definition: Definition;
  readonly mapping: Readonly<Record<string, string>>;
}

/** Why an instance cannot go over as it stands; `element` is one of the former version. */
export interface Obstacle {
  readonly element: string;
  readonly code: 'closed' | 'gone' | 'other-kind' | 'other-place' | 'other-loop' | 'other-connector' | 'no-flow' | 'compensating';
  readonly message: string;
}

/** The id an element, flow or process has in the other version. */
export const there = ({ mapping }: Plan, id: string): string => (Object.hasOwn(mapping, id) ? mapping[id]! : id);

/** The holder of elements (the whole, a called process or a sub-process) in the other version. */
export const holderThere = (plan: Plan, id: string): string => (id === plan.former.id ? plan.definition.id : there(plan, id));
