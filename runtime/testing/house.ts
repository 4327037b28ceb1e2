import { createHash } from 'node:crypto';
import { nextNumber } from '../../storage/tables/registers.ts';
import type { Store } from '../../storage/store.ts';
import type { Answer } from '../answer.ts';
import type { FileDossier, Standing } from '../command.ts';
import type { Call, Connector, Outcome } from '../connector.ts';
import { createRuntime } from '../create-runtime.ts';
import type { Runtime, Surroundings } from '../runtime.ts';
import { permit } from './permit.ts';
import type { RunnableProcedure } from '../procedure.ts';
import { procedures } from './procedures.ts';
import { WARD } from './people.ts';

/** A runtime with a clock that a test sets, ids that come again in the same order, and an outside world that remembers. */
export interface House {
  readonly runtime: Runtime;
  readonly world: Surroundings;
  readonly store: Store;
  /** Calls that reached the printer, by their key. */
  readonly printed: string[];
  readonly delivered: string[];
  readonly logged: string[];
  set(now: string): void;
  /** What the printer answers; default: done. */
  printer: (call: Call) => Promise<Outcome>;
  /** Works until nothing is due. */
  settle(): Promise<void>;
  keys(): string;
}

/** Monday 23 November 2026, 09:00 in the ward. */
export const MORNING = '2026-11-23T02:00:00.000Z';

export function house(store: Store, seed = 'house', change: Partial<Surroundings> = {}): House {
  let now = MORNING;
  let ids = 0;
  let keys = 0;
  const self: { printer: House['printer'] } = { printer: async ({ key }) => ({ done: { letter: key } }) };
  const [printed, delivered, logged]: [string[], string[], string[]] = [[], [], []];
  const world: Surroundings = {
    store,
    now: () => now,
    newId: () => createHash('sha256').update(`${seed} ${(ids += 1)}`).digest('hex').slice(0, 32),
    random: () => 0.5,
    loadProcedure: async (hash) => procedures.find((one) => one.hash === hash),
    ...offering(() => procedures.filter(({ key }, index) => procedures.findLastIndex((other) => other.key === key) === index)),
    connectors: { 'register.number': register, 'letter.issue': { kind: 'external', call: (call) => (printed.push(call.key), self.printer(call)), timeout: 200 } },
    deliver: async (notice) => void delivered.push(notice.id),
    log: (level, event, facts) => void logged.push(`${level} ${event} ${JSON.stringify(facts)}`),
    ...change,
  };
  const runtime = createRuntime(world);
  return Object.assign(self, {
    runtime, world, store, printed, delivered, logged,
    set: (instant: string) => void (now = instant),
    keys: () => `${seed}-key-${(keys += 1)}`,
    settle: async () => {
      for (;;) {
        if ((await runtime.work()).did === 0) return;
      }
    },
  });
}

/** A house in which these are on offer; one whose definition is missing cannot be read. */
export const offering = (offered: () => readonly RunnableProcedure[]): Pick<Surroundings, 'published' | 'current'> => ({
  published: async () => ({ readable: offered().filter(isReadable), unreadable: offered().filter((one) => !isReadable(one)).map(({ key }) => key) }),
  current: async (_tx, key) => {
    const found = offered().find((one) => one.key === key);
    if (found !== undefined && !isReadable(found)) throw new Error(`expected the version of ${key} to be readable, but it is not`);
    return found;
  },
});

const isReadable = ({ definition }: Partial<RunnableProcedure>): boolean => definition !== undefined;

const register: Connector = {
  kind: 'transactional',
  within: async ({ dossier, inputs }, { tx }) => ({ done: { number: await nextNumber(tx, dossier.unitId, String(inputs['register']), '2026') } }),
};

export function filing(key: string, change: Partial<FileDossier> = {}): FileDossier {
  return {
    actor: 'an', key, procedureHash: permit.hash, unitId: WARD, application: { work: { footprint: 80, floors: [{ area: 80 }] } },
    applicant: { account: 'an', name: 'Nguyễn Văn An', phone: '0900 000 001' }, channel: 'online', delivery: { method: 'electronic' },
    subject: 'Nhà ở riêng lẻ', ...change,
  };
}

/** The value of an accepted answer; what was refused fails the test with its words. */
export function accepted<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new Error(`refused (${answer.refused}): ${answer.message}`);
}

/** The id of the only open task at a node. */
export function taskAt({ openTasks }: Standing, node: string): string {
  const found = openTasks.filter((task) => task.node === node);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`expected one open task at ${node}, but there are ${found.length} (${openTasks.map((task) => task.node).join(', ')})`);
  return found[0].id;
}
