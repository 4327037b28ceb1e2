import { readdirSync, readFileSync } from 'node:fs';
import { readCollaboration, type Collaboration } from '../../engine/bpmn/read.ts';
import type { Definition, EventDefinition, Expression, Node } from '../../engine/definition.ts';
import { explore, type Exploration } from '../../engine/soundness/explore.ts';
import { proven, unhurried, type Model } from '../../engine/soundness/model.ts';
import { doomed, isEnd } from '../../engine/soundness/verdict.ts';
import { conformanceFile, type SuiteResult } from './suite.ts';

/** Verdicts of fbpmn by property, for one network. */
type Verdicts = Readonly<Record<'Prop01Type' | 'Prop02Safe' | 'Prop03Sound' | 'Prop04MsgSound', { readonly value: boolean }>>;

/** A condition that reads the clock is asked anew each time: nothing that was chosen before binds it. */
const free = (): Expression => ({ text: 'now() = other' });

const activities = new Set<Node['kind']>(['task', 'manualTask', 'scriptTask', 'businessRuleTask', 'serviceTask']);

/** An event that does not interrupt may happen again in fbpmn: twice shows all that more often would. */
const again = (event: EventDefinition): EventDefinition => (event.kind === 'timer' ? { kind: 'timer', timer: { type: 'cycle', value: 'R2/PT1H' } } : event);

/** As fbpmn understands a diagram: every task takes time and sends when it is done, every choice is free, whatever is written at it. */
const understood = (definition: Definition): Definition => {
  const chooses = (id: string): boolean => ['exclusiveGateway', 'inclusiveGateway'].includes(definition.nodes[id]!.kind) && definition.nodes[id]!.outgoing.length > 1;
  return {
    ...definition,
    nodes: Object.fromEntries(Object.entries(definition.nodes).map(([id, node]): [string, Node] => {
      if (activities.has(node.kind)) return [id, { ...node, kind: 'userTask' } as Node];
      if (node.kind === 'sendTask') return [id, { ...node, kind: 'userTask', sends: [node.event.name] } as Node];
      if (node.kind === 'boundaryEvent' && !node.interrupting) return [id, { ...node, event: again(node.event) }];
      return [id, node];
    })),
    flows: Object.fromEntries(Object.entries(definition.flows).map(([id, flow]) => {
      const { condition: _, ...drawn } = flow;
      return [id, chooses(flow.source) ? { ...drawn, condition: free() } : drawn];
    })),
  };
};

const waits = new Set<Node['kind']>(['userTask', 'receiveTask', 'intermediateCatchEvent', 'eventBasedGateway', 'subProcess']);

/** Where two tokens can first stand on one flow: behind a merge, and behind an event that does not interrupt. */
const doubles = ({ kind, incoming, ...node }: Node): boolean =>
  (incoming.length > 1 && kind !== 'parallelGateway' && kind !== 'eventBasedGateway') || ('interrupting' in node && !node.interrupting);

/** fbpmn counts tokens on flows: where tokens can double and would not rest at the next element, they rest on the flow, as at a task. */
const withPlaces = (definition: Definition): Definition => {
  const nodes: Record<string, Node> = { ...definition.nodes };
  const flows = { ...definition.flows };
  for (const { id, source, target, ...flow } of Object.values(definition.flows)) {
    if (!doubles(definition.nodes[source]!) || waits.has(definition.nodes[target]!.kind)) continue;
    const [place, on] = [`${id} place`, `${id} on`];
    nodes[place] = { kind: 'userTask', id: place, parent: definition.nodes[source]!.parent, incoming: [id], outgoing: [on], boundary: [], step: {} };
    flows[id] = { ...flow, id, source, target: place };
    flows[on] = { id: on, source: place, target };
    nodes[target] = { ...nodes[target]!, incoming: nodes[target]!.incoming.map((each) => (each === id ? on : each)) };
  }
  return { ...definition, nodes, flows };
};

const modelOf = ({ processes, messageFlows }: Collaboration): Model => ({ processes: processes.map((process) => proven(withPlaces(understood(process)))), flows: messageFlows, ...unhurried });

const verdictsOf = (exploration: Exploration): Readonly<Record<string, boolean>> => ({
  Prop02Safe: exploration.found.every(({ crowds }) => crowds.size === 0),
  Prop03Sound: doomed(exploration.found, (at) => isEnd(at)).length === 0,
  Prop04MsgSound: doomed(exploration.found, (at) => isEnd(at, { relaxed: true })).length === 0,
});

const milliseconds = 500;

/** What a model that is refused is: nothing runs, so nothing is unsafe, and nothing ends. */
const refused = { Prop02Safe: true, Prop03Sound: false, Prop04MsgSound: false };

const differences = async (name: string, expected: Verdicts): Promise<readonly string[]> => {
  const reading = await readCollaboration(readFileSync(conformanceFile('fbpmn', 'src', `${name}.bpmn`), 'utf8'), { sketch: true });
  const before = process.cpuUsage();
  const exploration = 'problems' in reading ? undefined : explore(modelOf(reading));
  const given = exploration ? verdictsOf(exploration) : refused;
  // What the processor did for it: on a busy machine the clock would tell of others' work.
  const took = process.cpuUsage(before).user / 1000;
  return [
    ...Object.entries(given).filter(([property, value]) => expected[property as keyof Verdicts].value !== value).map(([property, value]) => `${property}: expected ${!value}, but it is ${value}`),
    ...(exploration?.exceeded === undefined ? [] : [`expected all to be looked at, but ${exploration.exceeded} were too many`]),
    ...(took > milliseconds ? [`expected at most ${milliseconds} ms, but it took ${Math.round(took)}`] : []),
  ];
};

/** Verdicts of fbpmn (TLA+) on its own models, with an unordered network of messages. */
export const run = async (): Promise<SuiteResult> => {
  const failures: { id: string; reason: string }[] = [];
  let total = 0;
  for (const file of readdirSync(conformanceFile('fbpmn', 'expected'))) {
    const name = file.replace(/\.json$/, '');
    const all = JSON.parse(readFileSync(conformanceFile('fbpmn', 'expected', file), 'utf8')) as Record<string, { readonly Network01Bag: Partial<Verdicts> }>;
    const { Network01Bag: expected } = all[name]!;
    if (!expected.Prop03Sound) continue; // No verdict was given.
    total += 1;
    const reasons = await differences(name, expected as Verdicts);
    if (reasons.length > 0) failures.push({ id: name, reason: reasons.join('; ') });
  }
  return { suite: 'fbpmn', total, passed: total - failures.length, failures };
};
