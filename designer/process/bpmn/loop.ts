import { modelOf } from '../editing.ts';
import { one, type Model } from '../model.ts';
import { tool, type Drawing, type Element } from '../drawing-tools.ts';

/** Whether an activity is done once, again as long as something holds, or several times at once or one after the other. */
export const loopKinds = ['once', 'standard', 'parallel', 'sequential'] as const;
export type LoopKind = (typeof loopKinds)[number];

export const loopIn = (model: Model): Model | undefined => one(model, 'loopCharacteristics');

export function loopKindOf(model: Model): LoopKind {
  const loop = loopIn(model);
  if (!loop) return 'once';
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return 'standard';
  return loop.get('isSequential') === true ? 'sequential' : 'parallel';
}

/** Has an activity done so; what was said of several times stays when only their order changes. */
export function setLoopKind(drawing: Drawing, element: Element, kind: LoopKind): void {
  const modeling = tool(drawing, 'modeling');
  const model = modelOf(element);
  const isSequential = kind === 'sequential' || undefined;
  const loop = loopIn(model);
  if (loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics' && (kind === 'parallel' || kind === 'sequential')) return modeling.updateModdleProperties(element, loop, { isSequential });
  const made = kind === 'once' ? undefined
    : kind === 'standard' ? tool(drawing, 'moddle').create('bpmn:StandardLoopCharacteristics', {})
      : tool(drawing, 'moddle').create('bpmn:MultiInstanceLoopCharacteristics', isSequential ? { isSequential } : {});
  modeling.updateProperties(element, { loopCharacteristics: made && Object.assign(made, { $parent: model }) });
}
