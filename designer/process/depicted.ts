import type { Element } from './drawing-tools.ts';
import { modelOf } from './editing.ts';
import { many, one, rootOf, textIn, type Model } from './model.ts';

type Kinds = Model & { $instanceOf(type: string): boolean };

const diOf = (element: Element): Model | undefined => (element as { readonly di?: Model }).di;
const over = <T extends object>(of: T, members: Readonly<Record<string, unknown>>): T => Object.create(of, Object.fromEntries(Object.entries(members).map(([name, value]) => [name, { value }]))) as T;

/** The global task that a call activity calls, as the task that it is: `bpmn:GlobalUserTask` → `bpmn:UserTask`. */
const globalTaskOf = (call: Model): string | undefined => {
  const id = textIn(call, 'calledElement').replace(/^.*:/, '');
  const type = id === '' ? undefined : many(rootOf(call), 'rootElements').find((root) => root.id === id)?.$type;
  return type && /^bpmn:Global\w*Task$/.test(type) ? type.replace('Global', '') : undefined;
};

/** A call activity with the process that it calls drawn inside: its name on top, no sign that there is more to see. */
const opened = (call: Element): Element => {
  const model = modelOf(call) as Kinds;
  return over(call, { businessObject: over(model, { $instanceOf: (type: string) => type === 'bpmn:SubProcess' || (type !== 'bpmn:CallActivity' && model.$instanceOf(type)) }) });
};

/** A message flow shows an envelope where the file wants one to be seen, and only there. */
const withEnvelope = (flow: Element): Element => {
  const model = modelOf(flow);
  const isSeen = textIn(diOf(flow), 'messageVisibleKind') !== '';
  const message = one(model, 'messageRef');
  return isSeen === (message !== undefined) ? flow : over(flow, { businessObject: over(model, { get: (name: string) => (name !== 'messageRef' ? model.get(name) : isSeen ? { get: () => undefined } : undefined) }) });
};

/** An element as the drawing tool is to draw it, where it would not draw by itself what the file says. */
export function depicted(element: Element): Element {
  if (element.type === 'bpmn:MessageFlow') return withEnvelope(element);
  if (element.type !== 'bpmn:CallActivity') return element;
  const task = globalTaskOf(modelOf(element));
  if (task !== undefined) return over(element, { type: task });
  return (element as { readonly collapsed?: boolean }).collapsed === false ? opened(element) : element;
}

/** How thick a call activity is drawn, also one that is drawn as the task it calls. */
export const calledLine = '5px';
