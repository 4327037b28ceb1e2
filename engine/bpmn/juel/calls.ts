import { entryOf, feelOf, nameOf, within, type Feel } from './feel-text.ts';
import type { Syntax } from './parse.ts';
import { Untranslatable } from './token.ts';

type Call = Extract<Syntax, { kind: 'call' }>;
type Print = (syntax: Syntax) => Feel;
type Method = (of: Feel, print: Print, ...given: readonly Syntax[]) => Feel;

const asked = (name: string): Method => (of, print, ...given) => feelOf(`${name}(${[of, ...given.map(print)].map(({ text }) => text).join(', ')})`);

/** Methods of Java's texts, lists, maps and dates that FEEL can say, with the number of their arguments. */
const methods: ReadonlyMap<string, readonly [arity: number, method: Method]> = new Map<string, readonly [arity: number, method: Method]>([
  ['size', [0, asked('count')]],
  ['length', [0, asked('string length')]],
  ['toString', [0, asked('string')]],
  ['toLowerCase', [0, asked('lower case')]],
  ['toUpperCase', [0, asked('upper case')]],
  ['startsWith', [1, asked('starts with')]],
  ['endsWith', [1, asked('ends with')]],
  ['isEmpty', [0, (of) => feelOf(`list contains(["", [], {}], ${within(of, 1)})`, 5)]],
  ['equals', [1, (of, print, other) => feelOf(`${within(of, 4)} = ${within(print(other!), 4)}`, 3)]],
  ['contains', [1, (of, print, part) => feelOf(`if ${within(of, 8)} instance of string then contains(${of.text}, ${print(part!).text}) else list contains(${of.text}, ${print(part!).text})`, 0)]],
  ['containsKey', [1, (of, print, key) => feelOf(`get value(${of.text}, ${print(key!).text}) != null`, 3)]],
  ['get', [1, (of, print, key) => entryOf(of, key!, print)]],
  ['toDate', [0, (of) => of]],
]);

const units: Readonly<Record<string, readonly [before: string, after: string]>> = {
  Years: ['P', 'Y'], Months: ['P', 'M'], Weeks: ['P', 'W'], Days: ['P', 'D'], Hours: ['PT', 'H'], Minutes: ['PT', 'M'], Seconds: ['PT', 'S'],
};

/** `plusDays(3)` and its like. */
const moved = (of: Feel, name: string, given: readonly Syntax[]): Feel | undefined => {
  const [, way, unit = ''] = /^(plus|minus)(\w+)$/.exec(name) ?? [];
  const [amount] = given;
  if (way === undefined || !Object.hasOwn(units, unit) || given.length !== 1 || amount?.kind !== 'number' || !/^\d+$/.test(amount.text)) return undefined;
  const [before, after] = units[unit]!;
  const span = unit === 'Weeks' ? `P${Number(amount.text) * 7}D` : `${before}${amount.text}${after}`;
  return feelOf(`${within(of, 4)} ${way === 'plus' ? '+' : '-'} duration("${span}")`, 4);
};

/** What the execution is asked for that means something here: its variables, by a name that is written out. */
const ofExecution = (name: string, given: readonly Syntax[]): Feel => {
  const [variable] = given;
  if (given.length !== 1 || variable?.kind !== 'literal' || typeof variable.value !== 'string') throw new Untranslatable(`execution.${name}(…) asks for what only the other engine knows`);
  const { text } = nameOf(variable.value);
  if (name === 'getVariable' || name === 'getVariableLocal') return feelOf(`if ${text} = null then null else ${text}`, 0);
  if (name === 'hasVariable' || name === 'hasVariableLocal') return feelOf(`${text} != null`, 3);
  throw new Untranslatable(`execution.${name}(…) asks for what only the other engine knows`);
};

/** A function or method as FEEL, when it means something here. */
export const calls = ({ of, name, given }: Call, print: Print): Feel => {
  if (!of) {
    if ((name === 'now' || name === 'dateTime') && given.length === 0) return feelOf('now()');
    throw new Untranslatable(`there is no function "${name}"`);
  }
  if (of.kind === 'name' && of.name === 'execution') return ofExecution(name, given);
  if (of.kind === 'name' && !methods.has(name) && !/^(plus|minus)/.test(name)) throw new Untranslatable(`"${of.name}.${name}(…)" is code of the other engine`);
  const target = print(of);
  const span = moved(target, name, given);
  if (span) return span;
  const [arity, method] = methods.get(name) ?? [];
  if (!method || arity !== given.length) throw new Untranslatable(`there is no method "${name}" with ${given.length} arguments`);
  return method(target, print, ...given);
};
