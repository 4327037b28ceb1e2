import { readBpmn } from '../../engine/bpmn/read.ts';
import { createRuntime } from '../../runtime/create-runtime.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Standing } from '../../runtime/command.ts';
import type { RunnableProcedure } from '../../runtime/procedure.ts';
import type { Runtime, Surroundings } from '../../runtime/runtime.ts';
import { settle, WARD } from '../../runtime/testing/people.ts';
import type { Store } from '../../storage/store.ts';
import { diagram, flows } from '../../engine/testing/diagram.ts';

const steps = 10;

const sequence = async (body: (ids: readonly string[]) => string, beside = '', hash = 'bench-1'): Promise<RunnableProcedure> => {
  const ids = Array.from({ length: steps }, (_, index) => `t${index}`);
  const reading = await readBpmn(diagram(body(ids), beside));
  if ('problems' in reading) throw new Error(reading.problems[0]!.message);
  return { key: 'bench', hash, name: { vi: 'Đo', en: 'Bench' }, definition: reading.definition, environment: {} };
};

/** Ten steps of a handler, one after the other. */
const inARow = await sequence((ids) => `<startEvent id="s"/>${ids.map((id) => `<userTask id="${id}" motcua:role="handler"/>`).join('')}<endEvent id="e"/>${flows(['s', ...ids, 'e'].join(' -> '))}`);

/** One step whose limit of two days tells a person by a step of its own when it is over. */
export const withTimer = await sequence(([id]) => `<startEvent id="s"/><userTask id="${id}" motcua:role="handler"/><boundaryEvent id="late" attachedToRef="${id}"><timerEventDefinition id="d"><timeDuration>PT48H</timeDuration></timerEventDefinition></boundaryEvent>
<userTask id="ask" motcua:role="handler"/><endEvent id="e"/><endEvent id="f"/>${flows(`s -> ${id} -> e; late -> ask -> f`)}`);

const news = '<signal id="news" name="news"/>';

/** One step once it has heard the news. */
export const hearing = await sequence(([id]) => `<startEvent id="s"/><intermediateCatchEvent id="hear"><signalEventDefinition signalRef="news"/></intermediateCatchEvent><userTask id="${id}" motcua:role="handler"/><endEvent id="e"/>${flows(`s -> hear -> ${id} -> e`)}`, news);

/** Says the news to everyone at once. */
export const saying = await sequence(() => `<startEvent id="s"/><intermediateThrowEvent id="say"><signalEventDefinition signalRef="news"/></intermediateThrowEvent><endEvent id="e"/>${flows('s -> say -> e')}`, news, 'bench-2');

/** A house with procedures, whose clock the caller sets. */
export interface House {
  readonly runtime: Runtime;
  readonly world: Surroundings;
  readonly store: Store;
  now: string;
}

export const houseOver = (store: Store, procedures: readonly RunnableProcedure[]): House => {
  let ids = 0;
  const house = { store, now: '2026-11-23T02:00:00.000Z' };
  const world: Surroundings = {
    store, now: () => house.now, newId: () => `${process.pid}-${(ids += 1)}-${'0'.repeat(20)}`, random: () => 0.5,
    loadProcedure: async (hash) => procedures.find((one) => one.hash === hash), published: async () => ({ readable: [], unreadable: [] }), current: async () => undefined, connectors: {}, deliver: async () => {}, log: () => {},
  };
  return Object.assign(house, { world, runtime: createRuntime(world) });
};

/** The same in an empty database, with people of its own. */
export const opened = async (store: Store): Promise<House> => {
  await store.migrate();
  await settle(store);
  return houseOver(store, [inARow]);
};

export const accepted = <Value>(answer: Answer<Value>): Value => {
  if (answer.ok) return answer.value;
  throw new Error(`refused (${answer.refused}): ${answer.message}`);
};

export const filed = async ({ runtime }: House, name: string, procedureHash = 'bench-1', unitId = WARD): Promise<Standing> => accepted(await runtime.file({
  actor: 'an', key: `file ${name}`, procedureHash, unitId, application: { work: { footprint: 80, floors: [{ area: 80 }] } },
  applicant: { account: 'an', name: 'Nguyễn Văn An', phone: '0900 000 001' }, channel: 'online', delivery: { method: 'electronic' }, subject: 'Nhà ở riêng lẻ',
}));

/** One dossier from its filing to its end; the number of commands. */
export const dossier = async (house: House, name: string): Promise<number> => {
  let standing = await filed(house, name);
  let commands = 1;
  for (let [task] = standing.openTasks; task; [task] = standing.openTasks) {
    standing = accepted(await house.runtime.completeTask({ actor: 'hai', key: `${name} ${task.id}`, taskId: task.id, data: { outcome: 'agreed', note: 'Đủ điều kiện' } }));
    commands += 1;
  }
  return commands;
};
