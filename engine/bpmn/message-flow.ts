import type { ModdleElement } from 'bpmn-moddle';
import { definitionsOf, messagesOf } from './event-definitions.ts';
import { many, one, words } from './moddle.ts';

/** A message from one participant to another. Ends are elements, or processes when the flow only touches a pool. */
export interface MessageFlow {
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  /** The name of the message that it carries, where one of its ends speaks of several. */
  readonly message?: string;
}

const flowsOf = (root: ModdleElement): readonly ModdleElement[] =>
  many(root, 'rootElements').filter((element) => element.$instanceOf('bpmn:Collaboration')).flatMap((collaboration) => many(collaboration, 'messageFlows'));

const endOf = (flow: ModdleElement, property: string): ModdleElement | undefined => {
  const end = one(flow, property);
  return end?.$type === 'bpmn:Participant' ? one(end, 'processRef') ?? end : end;
};

export const messageFlowsOf = (root: ModdleElement): readonly MessageFlow[] => flowsOf(root).flatMap((flow) => {
  const [source, target] = [endOf(flow, 'sourceRef')?.id, endOf(flow, 'targetRef')?.id];
  const name = words(flow, 'name');
  const message = carriedBy(flow);
  return flow.id === undefined || source === undefined || target === undefined ? [] : [{ id: flow.id, source, target, ...(name !== undefined && { name }), ...(message !== undefined && { message }) }];
});

/** Which process each pool holds; a pool without one is a black box. */
export const participantsOf = (root: ModdleElement): readonly { readonly id: string; readonly process?: string }[] =>
  many(root, 'rootElements').filter((element) => element.$instanceOf('bpmn:Collaboration')).flatMap((collaboration) => many(collaboration, 'participants')).map((participant) => {
    const process = one(participant, 'processRef')?.id;
    return { id: participant.id ?? '', ...(process !== undefined && { process }) };
  });

/** The message that a task or an event definition refers to, itself or through its operation (BPMN 2.0.2, 8.5.3 and 10.5.5). */
export const referredMessage = (speaker: ModdleElement): ModdleElement | undefined => {
  const operation = one(speaker, 'operationRef');
  return one(speaker, 'messageRef') ?? (operation && one(operation, 'inMessageRef'));
};

const messageRefOf = (element: ModdleElement): ModdleElement | undefined => {
  if (element.$instanceOf('bpmn:SendTask') || element.$instanceOf('bpmn:ReceiveTask')) return referredMessage(element);
  return messagesOf(element).map(referredMessage).find((message) => message !== undefined);
};

const nameOf = (message: ModdleElement | undefined): string | undefined => message && (words(message, 'name') ?? message.id);

const names = new WeakMap<ModdleElement, string>();
const sends = new WeakMap<ModdleElement, readonly string[]>();

/** The name of the message that flows to or from an element which refers to none itself. */
export const flowName = (element: ModdleElement): string | undefined => names.get(element);

/** Names of the messages that flow out of an element which is drawn neither as a send task nor as a message event: it sends them when it is done. */
export const sentByFlow = (element: ModdleElement): readonly string[] | undefined => sends.get(element);

const speaks = (element: ModdleElement): boolean =>
  element.$instanceOf('bpmn:SendTask') || definitionsOf(element).length > 0;

/** The names of all messages of an end of a message flow. */
const spokenBy = (end: ModdleElement): readonly string[] => {
  const referred = end.$instanceOf('bpmn:SendTask') || end.$instanceOf('bpmn:ReceiveTask') ? [referredMessage(end)] : messagesOf(end).map(referredMessage);
  return [...sends.get(end) ?? [], ...referred.map((message) => nameOf(message) ?? flowName(end)).filter((name) => name !== undefined)];
};

/** The message that a flow names, else the one of which both its ends speak; to be asked after `nameByFlows`. */
const carriedBy = (flow: ModdleElement): string | undefined => {
  const [source = [], target = []] = [one(flow, 'sourceRef'), one(flow, 'targetRef')].map((end) => (end && end.$type !== 'bpmn:Participant' ? spokenBy(end) : []));
  if (source.length < 2 && target.length < 2) return undefined;
  const [both, ...others] = source.filter((name) => target.includes(name));
  return nameOf(one(flow, 'messageRef')) ?? (others.length === 0 ? both : undefined);
};

/**
 * Gives one name to all the messages that flows join together, so that both ends mean the same: the name of a message that
 * a flow or an end refers to, else the id of the first flow.
 */
export const nameByFlows = (root: ModdleElement): void => {
  const flows = flowsOf(root);
  const at = new Map<ModdleElement, ModdleElement[]>();
  for (const flow of flows) for (const property of ['sourceRef', 'targetRef']) {
    const end = one(flow, property);
    if (end && end.$type !== 'bpmn:Participant') at.set(end, [...at.get(end) ?? [], flow]);
  }
  const seen = new Set<ModdleElement>();
  for (const first of flows) {
    if (seen.has(first)) continue;
    const joined: ModdleElement[] = [];
    const work = [first];
    for (let flow = work.pop(); flow; flow = work.pop()) {
      if (seen.has(flow)) continue;
      seen.add(flow);
      joined.push(flow);
      for (const property of ['sourceRef', 'targetRef']) {
        const end = one(flow, property);
        if (end && !nameOf(messageRefOf(end)) && (property === 'targetRef' || speaks(end))) work.push(...at.get(end) ?? []);
      }
    }
    const name = joined.map((flow) => nameOf(one(flow, 'messageRef'))).find((found) => found !== undefined)
      ?? joined.flatMap((flow) => ['targetRef', 'sourceRef'].map((property) => { const end = one(flow, property); return end && nameOf(messageRefOf(end)); })).find((found) => found !== undefined)
      ?? first.id;
    if (name === undefined) continue;
    for (const flow of joined) {
      for (const property of ['sourceRef', 'targetRef']) {
        const end = one(flow, property);
        if (end && end.$type !== 'bpmn:Participant' && !nameOf(messageRefOf(end))) names.set(end, name);
      }
      const source = one(flow, 'sourceRef');
      if (source && source.$type !== 'bpmn:Participant' && !speaks(source)) sends.set(source, [...sends.get(source) ?? [], name]);
    }
  }
};
