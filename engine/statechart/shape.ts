import type { Problems } from '../bpmn/problem.ts';

/** Whether a value is what should stand in a place; otherwise what is expected there. */
type Shape = (value: unknown, report: Report) => void;
/** Says what is wrong: what was expected, at which key. */
type Report = (expected: string, key?: string) => void;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const within = (report: Report, key: string): Report => (expected, inner) => report(expected, inner === undefined ? key : `${key}.${inner}`);

const text: Shape = (value, report) => { if (typeof value !== 'string' || value === '') report('a text'); };
const whole: Shape = (value, report) => { if (!Number.isInteger(value)) report('a whole number'); };
const truth: Shape = (value, report) => { if (typeof value !== 'boolean') report('true or false'); };
const oneOf = (...allowed: readonly string[]): Shape => (value, report) => { if (!allowed.includes(value as string)) report(`one of ${allowed.join(', ')}`); };
const oneOrMore = (shape: Shape): Shape => (value, report) => { for (const each of Array.isArray(value) ? value : [value]) shape(each, report); };
const many = (shape: Shape): Shape => (value, report) => { if (Array.isArray(value)) for (const each of value) shape(each, report); else report('a list'); };

const record = (shape: Shape): Shape => (value, report) => {
  if (!isObject(value)) return report('an object');
  for (const [key, each] of Object.entries(value)) {
    if (key === '__proto__') report('another name than "__proto__"', key);
    else shape(each, within(report, key));
  }
};

/** An object with these keys; a key that nobody executes is refused with its reason, or as unknown. */
const object = (keys: Readonly<Record<string, Shape>>, required: readonly string[] = [], reasons: Readonly<Record<string, string>> = {}): Shape => (value, report) => {
  if (!isObject(value)) return report('an object');
  for (const key of required) if (!Object.hasOwn(value, key)) report('there', key);
  for (const [key, each] of Object.entries(value)) {
    const shape = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (shape) shape(each, within(report, key));
    else report(reasons[key] ?? `one of ${Object.keys(keys).join(', ')}`, key);
  }
};

const local = object({ vi: text, en: text }, ['vi', 'en']);
const texts = record(text);

const action: Shape = (value, report) => {
  const type = isObject(value) ? value['type'] : undefined;
  const params = typeof type === 'string' && Object.hasOwn(actions, type) ? actions[type] : undefined;
  if (params) object({ type: text, params }, ['type', 'params'])(value, report);
  else report(`an action of type ${Object.keys(actions).join(', ')} (no other is executed)`);
};
const actions: Readonly<Record<string, Shape>> = {
  assign: texts,
  raise: object({ event: text }, ['event'], { delay: 'no delay: a timer is an "after" of a state, because it must outlive the process that set it', id: 'no id' }),
  emit: object({ event: text, keys: texts, data: texts }, ['event']),
  signal: object({ event: text, data: texts }, ['event']),
  decide: object({ decision: text, result: text, inputs: texts }, ['decision', 'result']),
};

const transition: Shape = (value, report) => {
  if (typeof value === 'string') return text(value, report);
  object({ target: oneOrMore(text), guard: text, actions: oneOrMore(action), reenter: truth, description: text }, [], { cond: '"guard" (XState 5)', internal: '"reenter" (XState 5)', in: 'a guard over the data' })(value, report);
};
const transitions = oneOrMore(transition);

const invoke = object({ id: text, src: text, input: texts, onDone: transitions, onError: transitions }, ['src'], {
  onSnapshot: 'no "onSnapshot": a job tells only how it ended', systemId: 'no "systemId": there is no actor system',
});

const metaKeys: Readonly<Record<string, Shape>> = {
  name: local, citizenName: local, result: text, state: whole, messages: record(texts), signals: many(text),
  clock: (value, report) => { if (typeof value !== 'string' || !/^(start|limit|end|pause:.+)$/.test(value)) report('"start", "limit", "end" or "pause:<cause>"'); },
  task: object({ form: text, role: text, unit: text, assignee: text, timeLimit: text, fourEyes: many(text), letters: many(text) }),
};
const meta = object(metaKeys, [], { starts: '"starts" of the machine alone' });
const wholeMeta = object({ ...metaKeys, starts: object({ timers: many(text), messages: many(text), signals: many(text) }) });

const stateKeys: Readonly<Record<string, Shape>> = {
  id: text, type: oneOf('atomic', 'compound', 'parallel', 'final', 'history'), initial: text, history: oneOf('shallow', 'deep'), target: text,
  entry: oneOrMore(action), exit: oneOrMore(action), on: record(transitions), after: record(transitions), always: transitions, onDone: transitions,
  invoke, meta, description: text, tags: many(text),
};
const reasons = {
  output: 'no "output": states share the data, "assign" keeps a value', context: '"context" of the machine alone', activities: '"invoke" (XState 5)',
  parallel: '"type": "parallel"', spawn: 'no "spawn": work for the machine is an "invoke"',
};
const machineKeys = { ...stateKeys, meta: wholeMeta, context: record(() => undefined), version: text, $schema: text };
const deepest = 40;

/** Whether a value has the shape of a machine, so that everything else may be asked of it. */
export const checkShape = (value: unknown, problems: Problems): boolean => {
  const state = (given: unknown, id: string, depth: number): void => {
    const report: Report = (expected, key) => problems.error('shape', id, `expected ${key === undefined ? '' : `"${key}" of `}state ${id} to be ${expected}, but it is not`);
    const states: Shape = (all, inner) => {
      if (!isObject(all)) return inner('an object');
      if (depth >= deepest) return inner(`nested at most ${deepest} deep`);
      for (const [key, child] of Object.entries(all)) state(child, isObject(child) && typeof child['id'] === 'string' ? child['id'] : key, depth + 1);
    };
    object({ ...(depth === 0 ? machineKeys : stateKeys), states }, depth === 0 ? ['id', 'states'] : [], reasons)(given, report);
  };
  state(value, isObject(value) && typeof value['id'] === 'string' ? value['id'] : 'machine', 0);
  return !problems.fatal;
};
