import { readFileSync } from 'node:fs';
import { readCollaboration, type Collaboration } from '../../engine/bpmn/read.ts';
import type { Definition, Node } from '../../engine/definition.ts';
import { Bench } from '../../engine/testing/bench.ts';
import type { Instance } from '../../engine/testing/instance.ts';
import { conformanceFile, type SuiteResult } from './suite.ts';

interface Step {
  readonly op: string;
  readonly element?: string;
  readonly flows?: readonly string[];
  readonly fixture?: string;
  readonly enter?: readonly string[];
  readonly exit?: readonly string[];
}

interface Case {
  readonly name: string;
  readonly bpmn: string;
  readonly steps: readonly Step[];
  readonly cleanlyExtracted: boolean;
}

/** Elements that the simulator signals instead of entering. */
const signalled = (node: Node): boolean => node.kind === 'startEvent' || node.kind === 'boundaryEvent' || node.kind === 'eventSubProcess' || (node.kind === 'intermediateCatchEvent' && node.event.kind === 'link');

/** End events that end the scope around them, and with it themselves: the simulator does not tell of their exit. */
const endsItself = (node: Node): boolean => node.kind === 'endEvent' && (node.event.kind === 'terminate' || node.event.kind === 'cancel');

const automatic = new Set<Node['kind']>(['userTask', 'serviceTask', 'manualTask', 'task', 'scriptTask', 'businessRuleTask']);

/** The definition with tasks that complete by themselves, but for those at which the driver waits. */
const paced = (definition: Definition, waits: ReadonlySet<string>): Definition => ({
  ...definition,
  nodes: Object.fromEntries(Object.entries(definition.nodes).map(([id, node]) => [id, automatic.has(node.kind) ? { ...node, kind: waits.has(id) ? 'userTask' : 'task' } as Node : node])),
});

/** A collaboration that is driven as the simulator's tests drive theirs. */
class Drive {
  readonly bench: Bench;
  readonly definitions: readonly Definition[];
  readonly waiting = new Set<string>();
  readonly choices: Record<string, readonly string[]> = {};

  readonly #collaboration: Collaboration;
  readonly #flowed: string[] = [];
  /** Tokens on their way to an element, taken and not arrived. */
  readonly #way = new Map<Instance, Map<string, number>>();
  readonly #sent = new Map<Instance, number>();
  readonly #told = new Map<Instance, number>();
  readonly #ended = new Set<Instance>();

  constructor(collaboration: Collaboration, waits: readonly string[]) {
    // A task to which a message flows waits for it.
    const targets = collaboration.messageFlows.map(({ target }) => target);
    for (const target of targets) this.waiting.add(target);
    const definitions = collaboration.processes.map((process) => paced(process, new Set([...waits, ...targets])));
    this.#collaboration = collaboration;
    this.definitions = definitions;
    for (const { nodes } of definitions) for (const node of Object.values(nodes)) {
      const [first] = node.outgoing;
      if (node.kind === 'exclusiveGateway' && first !== undefined) this.choices[node.id] = [first];
      if (node.kind === 'inclusiveGateway' && first !== undefined) this.choices[node.id] = [node.default ?? first];
    }
    this.bench = new Bench(definitions, { environment: { sketch: true, choices: this.choices, decide: () => ({ value: null }) } });
  }

  node(id: string): Node | undefined {
    return this.definitions.map(({ nodes }) => nodes[id]).find((node) => node !== undefined);
  }

  trigger(id: string): void {
    const flow = this.#collaboration.messageFlows.find((each) => each.id === id);
    if (flow) this.#flowed.push(id);
    if (flow && this.#collaboration.participants.some((participant) => participant.id === flow.target || participant.process === flow.target)) return;
    if (!this.#happen(flow?.target ?? id) && !this.#start(flow?.target ?? id)) throw new Error(`expected ${id} to begin or wait, but it does neither`);
    this.#go();
  }

  #start(id: string): boolean {
    const definition = this.definitions.find((candidate) => candidate.id === id || candidate.starts.includes(id));
    if (!definition) return false;
    this.bench.start({ definition: definition.id, ...(definition.id !== id && { node: id }) });
    return true;
  }

  #happen(id: string): boolean {
    for (const instance of this.bench.instances.toReversed()) {
      const inside = instance.definition.nodes[id]?.kind === 'eventSubProcess' ? instance.definition.nodes[id] : undefined;
      const starts = inside && 'starts' in inside ? inside.starts : [];
      const subscription = instance.state.subscriptions.find(({ node }) => node === id || starts.includes(node));
      if (subscription) instance.send({ type: 'happen', subscription: subscription.id });
      else if (instance.tasks.some(({ element }) => element === id)) instance.complete(id);
      else continue;
      return true;
    }
    return false;
  }

  #under(instance: Instance, element: string, change: number): void {
    const counts = this.#way.get(instance) ?? new Map<string, number>();
    this.#way.set(instance, counts.set(element, (counts.get(element) ?? 0) + change));
  }

  /** Completes what completes by itself, until all waits. */
  #go(): void {
    for (let round = 0; round < 1000; round += 1) {
      const next = this.#nextTask();
      if (!next) return;
      next.instance.complete(next.element);
    }
  }

  #nextTask(): { readonly instance: Instance; readonly element: string } | undefined {
    for (const instance of this.bench.instances) {
      const task = instance.tasks.find(({ element }) => !this.waiting.has(element));
      if (task) return { instance, element: task.element };
    }
    return undefined;
  }

  /** What was entered and exited since it was last asked, in the simulator's way of telling. */
  traced(): { readonly enter: readonly string[]; readonly exit: readonly string[] } {
    const enter: string[] = [];
    const exit: string[] = [];
    for (const instance of this.bench.instances) {
      const { definition, trace, status } = instance;
      const told = this.#told.get(instance) ?? 0;
      this.#told.set(instance, trace.length);
      const visits = trace.slice(told);
      for (let index = 0; index < visits.length; index += 1) {
        const { element, did } = visits[index]!;
        const node = definition.nodes[element];
        if (node?.kind === 'eventBasedGateway' && did === 'leave') index += 2; // The simulator tells of the event alone.
        else if (!node) {
          if (definition.flows[element]?.link) continue;
          enter.push(element);
          exit.push(element);
          this.#under(instance, definition.flows[element]!.target, 1);
        } else if (did === 'enter') {
          if (node.incoming.length > 0) this.#under(instance, element, -1);
          if (!signalled(node)) enter.push(element);
          if (node.kind === 'boundaryEvent' && node.interrupting) exit.push(node.attachedTo);
        } else if (did === 'leave' && !endsItself(node)) exit.push(element);
      }
      // A token whose scope ended while it was on its way counts as arrived: the order of concurrent steps is free.
      for (const [element, count] of this.#way.get(instance) ?? []) for (let left = count; left > 0; left -= 1) enter.push(element);
      this.#way.delete(instance);
      const sent = instance.effects.filter(({ type }) => type === 'message.send');
      for (const effect of sent.slice(this.#sent.get(instance) ?? 0)) {
        if (effect.type !== 'message.send') continue;
        const flows = this.#collaboration.messageFlows.filter(({ source }) => source === effect.node).map(({ id }) => id);
        exit.push(...(flows.includes(effect.name) ? [effect.name] : flows));
      }
      this.#sent.set(instance, sent.length);
      if (status !== 'active' && !this.#ended.has(instance)) {
        this.#ended.add(instance);
        exit.push(this.#collaboration.participants.find(({ process }) => process === definition.id)?.id ?? definition.id);
      }
    }
    return { enter, exit: [...exit, ...this.#flowed.splice(0)] };
  }
}

const plain = (ids: readonly string[]): readonly string[] => ids.map((id) => id.replace(/_plane$/, ''));
const bag = (ids: readonly string[]): string => ids.toSorted().join(' ');

const difference = (what: string, made: readonly string[], wanted: readonly string[]): string | undefined => {
  if (bag(made) === bag(wanted)) return undefined;
  const left = [...wanted];
  const more = made.filter((id) => {
    const at = left.indexOf(id);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return `${what}: ${[left.length > 0 ? `without ${left.join(', ')}` : '', more.length > 0 ? `but also ${more.join(', ')}` : ''].filter(Boolean).join('; ')}`;
};

const play = async ({ bpmn, steps }: Case): Promise<string | undefined> => {
  const reading = await readCollaboration(readFileSync(conformanceFile('token-simulation', bpmn.slice(bpmn.lastIndexOf('/') + 1)), 'utf8'), { sketch: true });
  if ('problems' in reading) return reading.problems.find(({ severity }) => severity === 'error')!.message;
  const drive = new Drive(reading, steps.flatMap(({ op, element }) => (op === 'waitAt' && element !== undefined ? [element] : [])));
  for (const step of steps) {
    const { op, element = '', flows = [] } = step;
    if (op === 'waitAt') drive.waiting.add(element);
    else if (op === 'chooseOutgoing') drive.choices[element] = flows;
    else if (op === 'trigger' || op === 'signal') drive.trigger(element);
    else if (op === 'expectTrace') {
      const { enter, exit } = drive.traced();
      const wrong = difference('entered', enter, plain(step.enter!)) ?? difference('exited', exit, plain(step.exit!));
      if (wrong !== undefined) return `${step.fixture}: ${wrong}`;
    } else return `expected a step that can be played, but got ${op}`;
  }
  return undefined;
};

/** Token traces of the simulator of bpmn-js-token-simulation, for the driver scripts that could be taken over whole. */
export const run = async (): Promise<SuiteResult> => {
  const { cases } = JSON.parse(readFileSync(conformanceFile('token-simulation', 'cases.json'), 'utf8')) as { cases: readonly Case[] };
  const counted = cases.filter(({ cleanlyExtracted }) => cleanlyExtracted);
  const failures: { id: string; reason: string }[] = [];
  for (const each of counted) {
    const reason = await play(each).catch((error: unknown) => (error as Error).message);
    if (reason !== undefined) failures.push({ id: each.name, reason });
  }
  return { suite: 'token-simulation', total: counted.length, passed: counted.length - failures.length, failures };
};
