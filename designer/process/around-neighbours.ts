import type { Point } from '../play/line.ts';
import type { Element } from './drawing-tools.ts';
import { wayAround } from './way-around.ts';

interface Bus {
  on(events: readonly string[], priority: number, listener: (event: { readonly context: { readonly connection: Element } }) => void): void;
}
interface Services {
  readonly modeling: { updateWaypoints(connection: Element, points: readonly Point[]): void };
  readonly elementRegistry: { filter(keep: (element: Element) => boolean): readonly Element[] };
  readonly canvas: { findRoot(element: Element): Element | undefined };
}

const afterOthers = 200;
/** What a way may run through, or over. */
const open = /^(label|bpmn:(Participant|Lane|Group))$/;

const holds = (around: Element, element: Element): boolean => element.parent !== undefined && (element.parent === around || holds(around, element.parent));

/** A way that is drawn, or led elsewhere, does not run through the steps between its ends. */
class AroundNeighbours {
  static $inject = ['eventBus', 'modeling', 'elementRegistry', 'canvas'];
  constructor(eventBus: Bus, modeling: Services['modeling'], elementRegistry: Services['elementRegistry'], canvas: Services['canvas']) {
    eventBus.on(['commandStack.connection.create.postExecuted', 'commandStack.connection.reconnect.postExecuted'], afterOthers, ({ context: { connection } }) => {
      const { source, target, waypoints } = connection;
      if (connection.type !== 'bpmn:SequenceFlow' || !source || !target || !waypoints) return;
      const root = canvas.findRoot(connection);
      const here = elementRegistry.filter((element) => element.parent !== undefined && canvas.findRoot(element) === root);
      const blocks = here.filter((element) => element.waypoints === undefined && !open.test(element.type) && element !== source && element !== target && !holds(element, connection));
      const ways = here.flatMap((other) => (other === connection ? [] : [other.waypoints ?? []]));
      const course = wayAround(waypoints, source, target, blocks, ways);
      if (course) modeling.updateWaypoints(connection, course);
    });
  }
}

export const aroundNeighbours = { __init__: ['motcuaAroundNeighbours'], motcuaAroundNeighbours: ['type', AroundNeighbours] };
