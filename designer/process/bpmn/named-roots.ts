import { definitionsIn, many, one, textIn, type Model } from '../model.ts';
import { tool, type Drawing, type Element } from '../drawing-tools.ts';
import { together } from '../editing.ts';

/** What stands once in a file and is referred to by its elements: how the reference is called, and whether it has a code. */
export const rootKinds = {
  message: { type: 'bpmn:Message', reference: 'messageRef', code: undefined },
  signal: { type: 'bpmn:Signal', reference: 'signalRef', code: undefined },
  error: { type: 'bpmn:Error', reference: 'errorRef', code: 'errorCode' },
  escalation: { type: 'bpmn:Escalation', reference: 'escalationRef', code: 'escalationCode' },
} as const;
export type RootKind = keyof typeof rootKinds;
export const rootKindNames = Object.keys(rootKinds) as readonly RootKind[];

const speakers: Readonly<Record<string, RootKind>> = {
  'bpmn:MessageEventDefinition': 'message', 'bpmn:SignalEventDefinition': 'signal', 'bpmn:ErrorEventDefinition': 'error', 'bpmn:EscalationEventDefinition': 'escalation',
  'bpmn:SendTask': 'message', 'bpmn:ReceiveTask': 'message',
};

/** What a task or the definition of an event speaks of, if it speaks of one. */
export const spokenOf = ({ $type }: Model): RootKind | undefined => speakers[$type];

const definitionsOf = (drawing: Drawing): Model => drawing.getDefinitions() as unknown as Model;

/** All of a kind that the file has, and those that are only referred to so far, as ready steps bring them. */
export function rootsOf(drawing: Drawing, kind: RootKind): readonly Model[] {
  const { type, reference } = rootKinds[kind];
  const listed = many(definitionsOf(drawing), 'rootElements').filter(({ $type }) => $type === type);
  const referred = tool(drawing, 'elementRegistry').filter(() => true).flatMap(({ businessObject }) => {
    const model = businessObject as Model | undefined;
    return model ? [model, ...definitionsIn(model)].flatMap((speaker) => (spokenOf(speaker) === kind ? (one(speaker, reference) ?? []) : [])) : [];
  });
  return [...new Set([...listed, ...referred])];
}

/** What an element says: by the name of what it refers to, which must be in the file. */
export const refer = (drawing: Drawing, element: Element, holder: Model, kind: RootKind, to: Model | undefined): void =>
  tool(drawing, 'modeling').updateModdleProperties(element, holder, { [rootKinds[kind].reference]: to });

/** Another of a kind under a fresh name, to which the element refers from now on; one step of undo. */
export function referToNew(drawing: Drawing, element: Element, holder: Model, kind: RootKind, name: string): void {
  const definitions = definitionsOf(drawing);
  const { type, code } = rootKinds[kind];
  const known = rootsOf(drawing, kind);
  const called = fresh(name, (one) => known.some((root) => textIn(root, 'name') === one), ' ');
  const ids = new Set(many(definitions, 'rootElements').map(({ id }) => id));
  const id = fresh(type.slice('bpmn:'.length), (one) => ids.has(one) || tool(drawing, 'elementRegistry').get(one) !== undefined, '_');
  const root = Object.assign(tool(drawing, 'moddle').create(type, { id, name: called, ...(code && { [code]: id }) }), { $parent: definitions });
  together(drawing, () => {
    tool(drawing, 'modeling').updateModdleProperties(element, definitions, { rootElements: [...many(definitions, 'rootElements'), root] });
    refer(drawing, element, holder, kind, root);
  });
}

/** Names one anew, or gives it another code, for all that refer to it. A name is never taken away. */
export function rename(drawing: Drawing, element: Element, root: Model, property: 'name' | 'errorCode' | 'escalationCode', text: string): void {
  const said = text.normalize('NFC').trim();
  if (said !== '' || property !== 'name') tool(drawing, 'modeling').updateModdleProperties(element, root, { [property]: said || undefined });
}

function fresh(word: string, isTaken: (word: string) => boolean, between: string): string {
  if (between === ' ' && !isTaken(word)) return word;
  let number = 1;
  while (isTaken(`${word}${between}${number}`)) number += 1;
  return `${word}${between}${number}`;
}
