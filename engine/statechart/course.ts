import type { NodeId } from '../definition.ts';
import type { Data } from '../state.ts';
import type { MachineEvent } from './machine.ts';
import type { Answer, Call, Called, Run } from './run.ts';

/** Where a machine has come to rest. */
export interface Rest {
  /** In the order in which XState holds them: where transitions of parallel regions conflict, the first wins. */
  readonly active: readonly NodeId[];
  readonly history: Readonly<Record<string, readonly NodeId[]>>;
  readonly done: boolean;
}

/** One call, and what came of each answer. Rest has no call. */
interface Turn {
  readonly call: Call | undefined;
  readonly inner: MachineEvent | undefined;
  readonly rest: Rest | undefined;
  yes: Turn | undefined;
  no: Turn | undefined;
}

const turnOf = (call: Call | undefined, inner: MachineEvent | undefined, rest: Rest | undefined): Turn => ({ call, inner, rest, yes: undefined, no: undefined });

/** A way of more calls than this is too rare to be worth keeping. */
const longest = 1_000;
/** When as many calls and places are known, all are let go: what comes often is soon known again. */
const most = 100_000;

/**
 * The ways on which XState has led a machine from one set of active states, by one event. Its way depends on nothing but the
 * answers to the calls it makes, so that one which it has gone before is known by them: it need not be asked again.
 */
export class Course {
  readonly #before = turnOf(undefined, undefined, undefined);

  /** Goes as far as the way is known: to rest, with the data as they are then, or not. What is answered on the way is told to the run. */
  follow(run: Run, data: Data): { readonly rest: Rest; readonly data: Data } | undefined {
    let context = data;
    let turn = this.#before.yes;
    while (turn !== undefined) {
      if (turn.rest !== undefined) return { rest: turn.rest, data: context };
      const answer = run.tell(turn.call!, context, turn.inner);
      if (typeof answer === 'object') context = { ...context, ...answer };
      turn = answer === false ? turn.no : turn.yes;
    }
    return undefined;
  }

  /** Keeps the way that XState has gone; how much longer what is known has become. */
  learn(calls: readonly Called[], rest: Rest): number {
    let turn = this.#before;
    let said: Answer;
    let learnt = 0;
    const next = (fresh: () => Turn): void => {
      const known = said === false ? turn.no : turn.yes;
      const now = known ?? fresh();
      if (!known) learnt += 1;
      if (said === false) turn.no = now;
      else turn.yes = now;
      turn = now;
    };
    for (const { call, inner, answer } of calls) {
      next(() => turnOf(call, inner, undefined));
      said = answer;
    }
    next(() => turnOf(undefined, undefined, rest));
    return learnt;
  }
}

/** Courses by the event's name, what the history states remember, and the active states one after the other. */
interface Branch {
  readonly course: Course;
  readonly inner: Map<string, Branch>;
}

/** The courses that are known: many, but not for ever. */
export class Courses {
  #root: Branch = { course: new Course(), inner: new Map() };
  #size = 0;

  of(active: readonly NodeId[], history: Rest['history'], event: string): Course {
    if (this.#size > most) {
      this.#root.inner.clear();
      this.#size = 0;
    }
    let branch = this.#in(this.#root, event);
    if (Object.keys(history).length > 0) branch = this.#in(branch, JSON.stringify(history));
    for (const id of active) branch = this.#in(branch, id);
    return branch.course;
  }

  learn(course: Course, calls: readonly Called[], rest: Rest): void {
    if (calls.length <= longest) this.#size += course.learn(calls, rest);
  }

  #in({ inner }: Branch, key: string): Branch {
    let branch = inner.get(key);
    if (!branch) {
      inner.set(key, (branch = { course: new Course(), inner: new Map() }));
      this.#size += 1;
    }
    return branch;
  }
}
