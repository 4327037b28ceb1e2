import type { Collaboration } from '../../engine/bpmn/read.ts';
import type { Definition, Node } from '../../engine/definition.ts';
import { Bench } from '../../engine/testing/bench.ts';
import type { Instance } from '../../engine/testing/instance.ts';

/** Elements and flows entered and exited in one step. */
export interface Traced {
  readonly enter: readonly string[];
  readonly exit: readonly string[];
}

/** Elements that the simulator signals instead of entering. */
const signalled = (node: Node): boolean => node.kind === 'startEvent' || node.kind === 'boundaryEvent' || node.kind === 'eventSubProcess' || (node.kind === 'intermediateCatchEvent' && node.event.kind === 'link');

/** End events that end the scope around them, and with it themselves: the simulator does not tell of their exit. */
const endsItself = (node: Node): boolean => node.kind === 'endEvent' && (node.event.kind === 'terminate' || node.event.kind === 'cancel');

const takesAway = (node: Node): boolean => endsItself(node) || (node.kind === 'endEvent' && node.event.kind === 'error') || (node.kind === 'boundaryEvent' && node.interrupting) || node.kind === 'eventSubProcess';

const automatic = new Set<Node['kind']>(['userTask', 'serviceTask', 'manualTask', 'task', 'scriptTask', 'businessRuleTask']);

/** The definition with tasks that complete by themselves, but for those at which the driver waits. */
const paced = (definition: Definition, waits: ReadonlySet<string>): Definition => ({
  ...definition,
  nodes: Object.fromEntries(Object.entries(definition.nodes).map(([id, node]) => [id, automatic.has(node.kind) ? { ...node, kind: waits.has(id) ? 'userTask' : 'task' } as Node : node])),
});

/** A collaboration that is driven as the simulator's tests drive theirs. */
export class Drive {
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
    this.bench = new Bench(definitions, { environment: { sketch: true, budget: 500, choices: this.choices, decide: () => ({ value: null }) } });
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

  /** Elements that wait for someone or something, once for each time. */
  get open(): readonly string[] {
    return this.bench.instances.flatMap(({ tasks, state }) => [...tasks.map(({ element }) => element), ...state.subscriptions.map(({ node }) => node)]);
  }

  /** Whether a token stands still because it would go on for ever. */
  get runsAway(): boolean {
    return this.bench.instances.some(({ incidents }) => incidents.some(({ code }) => code === 'runaway'));
  }

  /** Whether tokens were taken away since the traces were last asked for: then the order of concurrent steps shows in them, and that is free. */
  get tookAway(): boolean {
    return this.bench.instances.some((instance) => instance.trace.slice(this.#told.get(instance) ?? 0).some(({ element, did }) => {
      const node = instance.definition.nodes[element];
      return did === 'cancel' || (node !== undefined && did === 'enter' && takesAway(node));
    }));
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
  traced(): Traced {
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

/** What two traces have not in common, whatever the order; nothing when they are the same. */
export const traceDifference = (made: Traced, wanted: Traced): string | undefined => difference('entered', made.enter, wanted.enter) ?? difference('exited', made.exit, wanted.exit);
