import type { Block, Flag } from './block.ts';
import type { Namer } from './draw-block.ts';

/** An open task or armed event; several of one id are told apart by when they were opened. */
interface Opened {
  readonly id: string;
  readonly since: number;
}

/** A block at work, told without tokens: what is open in it, and whether it is done. */
interface Work {
  open(): readonly Opened[];
  /** Completes the task or fires the event, if it is open here. */
  act(opened: Opened): boolean;
  done(): boolean;
}

let moment = 0;
const opened = (id: string): Opened => ({ id, since: (moment += 1) });

type Begin = (around: Work[]) => Work;
type Flags = Readonly<Record<Flag, boolean>>;

/** An interpreter that knows nothing of the engine: it walks the tree of blocks. `around` gathers what goes on beside its scope. */
export const interpreted = (block: Block, name: Namer, flags: Flags): { open(): readonly string[]; act(id: string): boolean; done(): boolean } => {
  const aside: Work[] = [];
  const all = together([prepare(block, name, flags)(aside)], aside);
  return {
    open: () => all.open().map(({ id }) => id),
    // The oldest of that id, as on the bench.
    act: (id) => {
      const [oldest] = all.open().filter((each) => each.id === id).toSorted((left, right) => left.since - right.since);
      return oldest !== undefined && all.act(oldest);
    },
    done: () => all.done(),
  };
};

const nothing: Work = { open: () => [], act: () => false, done: () => true };

/** Works side by side; `more` may grow while they are at it. */
const together = (works: readonly Work[], more: readonly Work[] = []): Work => ({
  open: () => [...works, ...more].flatMap((work) => work.open()),
  act: (wanted) => [...works, ...more].some((work) => work.act(wanted)),
  done: () => [...works, ...more].every((work) => work.done()),
});

/** One work after another, each begun when the one before it is done. */
const inTurn = (next: () => Work | undefined): Work => {
  let now: Work | undefined = next();
  const settle = (): void => {
    while (now?.done()) now = next();
  };
  settle();
  return {
    open: () => now?.open() ?? [],
    act: (wanted) => {
      const acted = now?.act(wanted) ?? false;
      settle();
      return acted;
    },
    done: () => now === undefined,
  };
};

/** Names a block's elements in the order of drawing, and gives back how to begin it, as often as a loop wants. */
const prepare = (block: Block, name: Namer, flags: Flags): Begin => {
  switch (block.is) {
    case 'user':
    case 'service': return leaf(name(block.is));
    case 'sequence': {
      const parts = block.parts.map((part) => prepare(part, name, flags));
      return (around) => {
        let index = 0;
        return inTurn(() => parts[index++]?.(around));
      };
    }
    case 'parallel': return branches(name, () => block.parts.map((part) => prepare(part, name, flags)), (parts) => parts);
    case 'choice': return branches(name, () => [prepare(block.body, name, flags), prepare(block.otherwise, name, flags)], ([yes, no]) => [flags[block.when] ? yes! : no!]);
    case 'inclusive':
      return branches(name, () => [...block.parts.map(({ body }) => prepare(body, name, flags)), prepare(block.otherwise, name, flags)], (parts) => {
        const chosen = block.parts.flatMap(({ when }, index) => (flags[when] ? [parts[index]!] : []));
        return chosen.length > 0 ? chosen : [parts.at(-1)!];
      });
    case 'loop': return loop(block, name, flags);
    case 'scope': {
      name('scope');
      const body = prepare(block.body, name, flags);
      return () => scoped(body);
    }
    case 'timed': return timed(block, name, flags);
    case 'guarded': return guarded(block, name, flags);
    case 'thrown': return thrown(block, name, flags);
    case 'each': {
      name('each');
      const body = prepare(block.body, name, flags);
      return () => {
        let index = 0;
        if (!block.sequential) return together(Array.from({ length: block.count }, () => scoped(body)));
        return inTurn(() => (index++ < block.count ? scoped(body) : undefined));
      };
    }
    case 'call': {
      name('call');
      name('process');
      const body = prepare(block.body, name, flags);
      return () => scoped(body);
    }
    case 'undone': {
      name('scope');
      const ids = Array.from({ length: block.tasks }, () => [name('user'), name('undo'), name('compensation')] as const);
      name('throw');
      const row = [...ids.map(([task]) => leaf(task)), ...ids.toReversed().map(([, undo]) => leaf(undo))];
      return (around) => {
        let index = 0;
        return inTurn(() => row[index++]?.(around));
      };
    }
  }
};

const leaf = (id: string): Begin => () => {
  const own = opened(id);
  let open = true;
  return { open: () => (open ? [own] : []), act: (wanted) => open && wanted === own && !(open = false), done: () => !open };
};

const branches = (name: Namer, prepareAll: () => readonly Begin[], choose: (parts: readonly Begin[]) => readonly Begin[]): Begin => {
  name('split');
  name('join');
  const parts = prepareAll();
  return (around) => together(choose(parts).map((begin) => begin(around)));
};

const loop = ({ body, turns }: Block & { is: 'loop' }, name: Namer, flags: Flags): Begin => {
  for (const kind of ['merge', 'count', 'again', 'out']) name(kind);
  const inner = prepare(body, name, flags);
  let turned = 0;
  return (around) => {
    let begun = false;
    return inTurn(() => {
      if (begun && (turned += 1) >= turns) return undefined;
      begun = true;
      return inner(around);
    });
  };
};

const scoped = (body: Begin): Work => {
  const aside: Work[] = [];
  return together([body(aside)], aside);
};

const timed = ({ body, handler, interrupting }: Block & { is: 'timed' }, name: Namer, flags: Flags): Begin => {
  name('scope');
  const timer = name('timer');
  name('after');
  const [inner, late] = [prepare(body, name, flags), prepare(handler, name, flags)];
  return (around) => {
    const own = opened(timer);
    let main = scoped(inner);
    let armed = true;
    let after = nothing;
    return {
      open: () => [...main.open(), ...after.open(), ...(armed && !main.done() ? [own] : [])],
      act: (wanted) => {
        if (wanted !== own || !armed || main.done()) return main.act(wanted) || after.act(wanted);
        armed = false;
        if (interrupting) {
          main = nothing;
          after = late(around);
        } else around.push(late(around));
        return true;
      },
      done: () => main.done() && after.done(),
    };
  };
};

const guarded = ({ body, handler, interrupting }: Block & { is: 'guarded' }, name: Namer, flags: Flags): Begin => {
  name('scope');
  name('guard');
  const message = name('message');
  const [inner, late] = [prepare(body, name, flags), prepare(handler, name, flags)];
  return () => {
    const own = opened(message);
    const aside: Work[] = [];
    let main = scoped(inner);
    let armed = true;
    const done = (): boolean => main.done() && aside.every((work) => work.done());
    return {
      open: () => [...main.open(), ...aside.flatMap((work) => work.open()), ...(armed && !done() ? [own] : [])],
      act: (wanted) => {
        if (wanted !== own || !armed || done()) return main.act(wanted) || aside.some((work) => work.act(wanted));
        if (interrupting) {
          armed = false;
          main = nothing;
        }
        aside.push(scoped(late));
        return true;
      },
      done,
    };
  };
};

const thrown = ({ before, after, handler, how }: Block & { is: 'thrown' }, name: Namer, flags: Flags): Begin => {
  for (const kind of ['scope', 'throw', 'boundary', 'merge']) name(kind);
  const [first, second, late] = [before, after, handler].map((block) => prepare(block, name, flags));
  return (around) => {
    const aside: Work[] = [];
    let step = 0;
    let caught: Work | undefined;
    const main = inTurn(() => {
      step += 1;
      if (step === 1) return first!(aside);
      if (step > 2) return undefined;
      if (how !== 'aside') return (caught = late!(around));
      around.push(late!(around));
      return second!(aside);
    });
    // What interrupts the scope ends what goes on beside its main way, too.
    return { open: () => [...main.open(), ...(caught ? [] : aside.flatMap((work) => work.open()))], act: (wanted) => main.act(wanted) || (!caught && aside.some((work) => work.act(wanted))), done: () => main.done() && (caught !== undefined || aside.every((work) => work.done())) };
  };
};
