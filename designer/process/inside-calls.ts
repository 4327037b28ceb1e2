import BpmnUpdater from 'bpmn-js/lib/features/modeling/BpmnUpdater';
import type { Element } from './drawing-tools.ts';
import { many, rootOf, textIn, type Model } from './model.ts';

type Kinds = Model & { $instanceOf(type: string): boolean };
interface Updates {
  updateSemanticParent(model: Kinds, parent: Model | undefined, visualParent: Model | undefined): void;
}
interface UpdaterClass {
  new (...services: readonly unknown[]): Updates;
  readonly $inject: readonly string[];
}
interface Asked {
  readonly target?: Element & { readonly collapsed?: boolean };
  readonly shape?: Element;
  readonly shapes?: readonly Element[];
  readonly elements?: readonly Element[];
}

/** The process of the same file that a call activity calls. */
const calledBy = (call: Model | undefined): Model | undefined =>
  call?.$type === 'bpmn:CallActivity' ? many(rootOf(call), 'rootElements').find(({ id, $type }) => $type === 'bpmn:Process' && id === textIn(call, 'calledElement')) : undefined;

/** What is drawn inside a call activity belongs to the process that is called. */
class Updater extends (BpmnUpdater as unknown as UpdaterClass) {
  static override readonly $inject = (BpmnUpdater as unknown as UpdaterClass).$inject;

  override updateSemanticParent(model: Kinds, parent: Model | undefined, visualParent: Model | undefined): void {
    const called = model.$instanceOf('bpmn:FlowElement') || model.$instanceOf('bpmn:Artifact') ? calledBy(parent) : undefined;
    super.updateSemanticParent(model, called ?? parent, visualParent);
  }
}

const above = 1500;
const mayStandInside = ({ type }: Element): boolean => type !== 'bpmn:BoundaryEvent' && /^bpmn:(\w*Task|\w*Event|\w*Gateway|\w*SubProcess|Transaction|CallActivity|SequenceFlow|TextAnnotation|Association|DataObjectReference)$|^label$/.test(type);

interface Bus {
  on(events: readonly string[], priority: number, listener: (event: { readonly context: Asked }) => true | undefined): void;
}

/** Steps are moved and drawn inside an open call activity as inside a sub-process. */
class Rules {
  static readonly $inject = ['eventBus'];

  constructor(eventBus: Bus) {
    eventBus.on(['elements.move', 'shape.create', 'elements.create'].map((command) => `commandStack.${command}.canExecute`), above, ({ context: { target, shape, shapes, elements } }) => {
      const these = shapes ?? elements ?? (shape ? [shape] : []);
      return target?.type === 'bpmn:CallActivity' && target.collapsed === false && these.length > 0 && these.every(mayStandInside) ? true : undefined;
    });
  }
}

export const insideCalls = { __init__: ['motcuaInsideCalls'], motcuaInsideCalls: ['type', Rules], bpmnUpdater: ['type', Updater] };
