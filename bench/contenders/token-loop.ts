import type { Definition, Node } from '../../engine/definition.ts';
import type { Run } from '../measure.ts';

/**
 * What one would write in an afternoon for just these diagrams: tokens are changed in place and nothing else is kept. No data, no
 * effects, no failures, no trace, no way to store an instance: the speed that is there to be had, not an engine.
 */
interface Place {
  readonly node: Node;
  readonly targets: readonly string[];
  readonly times: number;
}

interface Scope {
  readonly parent: Scope | undefined;
  readonly at: Place;
  alive: number;
}

interface Token {
  readonly at: Place;
  readonly scope: Scope;
}

class Instance {
  readonly #places: ReadonlyMap<string, Place>;
  readonly #tasks: Token[] = [];
  readonly #joins = new Map<string, number>();
  readonly #waits = new Map<Token, readonly string[]>();

  constructor(places: ReadonlyMap<string, Place>, process: Place, start: string) {
    this.#places = places;
    this.#go(start, { parent: undefined, at: process, alive: 1 });
  }

  #go(id: string, scope: Scope): void {
    const queue: Token[] = [{ at: this.#places.get(id)!, scope }];
    for (let head = 0; head < queue.length; head += 1) this.#arrive(queue[head]!, queue);
  }

  #arrive(token: Token, queue: Token[]): void {
    const { at, scope } = token;
    switch (at.node.kind) {
      case 'userTask': return void this.#tasks.push(token);
      case 'parallelGateway': {
        const wanted = at.node.incoming.length;
        if (wanted > 1) {
          const come = (this.#joins.get(at.node.id) ?? 0) + 1;
          this.#joins.set(at.node.id, come);
          if (come < wanted) return void (scope.alive -= 1);
          this.#joins.delete(at.node.id);
        }
        return this.#leave(token, at.targets, queue);
      }
      case 'eventBasedGateway': return void this.#waits.set(token, at.targets);
      case 'subProcess': {
        for (let index = 0; index < at.times; index += 1) {
          const inner: Scope = { parent: scope, at, alive: 1 };
          queue.push({ at: this.#places.get(at.node.starts[0]!)!, scope: inner });
        }
        return void (this.#joins.set(`${at.node.id} done`, at.times));
      }
      case 'exclusiveGateway': {
        const chosen = at.node.outgoing.findIndex((flow) => flow.startsWith('receptionDecision_received') || flow === 'signDecision_number' || flow === 'feeDue_requestFee');
        const fallback = at.node.default === undefined ? 0 : at.node.outgoing.indexOf(at.node.default);
        return this.#leave(token, [at.targets[chosen < 0 ? fallback : chosen]!], queue);
      }
      case 'endEvent': return this.#leave(token, [], queue);
      default: return this.#leave(token, at.targets, queue);
    }
  }

  #leave({ scope }: Token, targets: readonly string[], queue: Token[]): void {
    scope.alive += targets.length - 1;
    for (const target of targets) queue.push({ at: this.#places.get(target)!, scope });
    if (scope.alive > 0 || !scope.parent) return;
    const key = `${scope.at.node.id} done`;
    const left = this.#joins.get(key)! - 1;
    this.#joins.set(key, left);
    if (left === 0) this.#leave({ at: scope.at, scope: scope.parent }, scope.at.targets, queue);
  }

  /** Completes the oldest task, else lets the first event behind a gateway happen; whether there was one. */
  next(): boolean {
    const queue: Token[] = [];
    const task = this.#tasks.shift();
    if (task) this.#leave(task, task.at.targets, queue);
    else {
      const [waiting] = this.#waits;
      if (!waiting) return false;
      const [token, [first]] = waiting;
      this.#waits.delete(token);
      this.#leave(token, [first!], queue);
    }
    for (let head = 0; head < queue.length; head += 1) this.#arrive(queue[head]!, queue);
    return true;
  }
}

export const tokenLoop = (definition: Definition, activities: number): Run => {
  const places = new Map(Object.values(definition.nodes).map((node) => [node.id, {
    node,
    targets: node.outgoing.map((flow) => definition.flows[flow]!.target),
    times: node.loop?.kind === 'multi' ? Number(node.loop.cardinality!.text) : 1,
  }]));
  const process = { node: definition.nodes[definition.starts[0]!]!, targets: [], times: 1 };
  return () => {
    const instance = new Instance(places, process, definition.starts[0]!);
    while (instance.next());
    return activities;
  };
};
