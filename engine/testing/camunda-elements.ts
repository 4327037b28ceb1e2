import { heldUp } from './camunda-selection.ts';
import type { Instance } from './instance.ts';

/** How often an element was entered, left and cancelled, and stands open. */
const counts = ({ trace }: Instance, element: string): { readonly completed: number; readonly terminated: number; readonly active: number } => {
  const of = (did: string): number => trace.filter((visit) => visit.element === element && visit.did === did).length;
  const [entered, completed, terminated] = [of('enter') + of('take'), of('leave') + of('take'), of('cancel')];
  return { completed, terminated, active: entered - completed - terminated };
};

/** So often exactly; without `times`, at least once. */
export const elementIs = (instance: Instance, element: string, state: string, times?: number): string | undefined => {
  const { completed, terminated, active } = counts(instance, element);
  const count = state === 'IS_ACTIVE' ? active : state === 'IS_COMPLETED' ? completed : terminated;
  return (times === undefined ? count > 0 : count === times) ? undefined : `expected ${element} ${state}${times === undefined ? '' : ` ${times} times`}, but it is active ${active}, completed ${completed} and terminated ${terminated} times${heldUp([instance])}`;
};

export const elementsAre = (instance: Instance, elements: readonly string[], state: string): readonly string[] => {
  const active = elements.map((element) => counts(instance, element).active);
  switch (state) {
    case 'IS_NOT_ACTIVE': return elements.filter((_, index) => active[index]! > 0).map((element) => `expected ${element} not to be active, but it is`);
    case 'IS_NOT_ACTIVATED': return elements.filter((element) => instance.visited.includes(element)).map((element) => `expected ${element} never to be entered, but it was`);
    case 'IS_ACTIVE_EXACTLY': {
      const others = Object.keys(instance.definition.nodes).filter((id) => counts(instance, id).active > 0 && !elements.includes(id));
      return [...elements.filter((_, index) => active[index]! < 1).map((element) => `expected ${element} to be active, but it is not`), ...others.map((id) => `expected only ${elements.join(', ')} to be active, but ${id} is too`)];
    }
    case 'IS_COMPLETED_IN_ORDER': {
      const left = instance.trace.filter(({ did, element }) => did === 'leave' && elements.includes(element)).map(({ element }) => element);
      let at = 0;
      for (const element of left) if (element === elements[at]) at += 1;
      return at === elements.length ? [] : [`expected ${elements.join(', ')} to be completed in this order, but it was ${left.join(', ') || 'none'}`];
    }
    default: return elements.flatMap((element) => elementIs(instance, element, state) ?? []);
  }
};
