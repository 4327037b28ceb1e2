import type { Expression, Node } from '../definition.ts';
import { variables } from '../expression/feel.ts';
import type { Data, Json } from '../state.ts';

/** What the engine itself says of a join at the moment when a question is asked there. */
const said = ['activationCount', 'arrived', 'waitingForStart'] as const;

/** A text in quotes is left as it is. */
const names = new RegExp(String.raw`"(?:[^"\\]|\\.)*"|(?<![\p{L}\d_.])(?:${said.join('|')})(?![\p{L}\d_.])`, 'gu');

/** The condition over the data alone, with what the engine says written out. */
export const grounded = (text: string, data: Data): string =>
  text.replace(names, (name) => (name.startsWith('"') ? name : data[name] === undefined ? name : JSON.stringify(data[name])));

/** All that the engine may say of the join where a question is asked that reads data too; none where it says nothing, or too much. */
export function groundsOf({ text }: Expression, { kind, incoming }: Node): readonly Data[] {
  const read = variables(text);
  const own = said.filter((name) => read.includes(name));
  if (kind !== 'complexGateway' || own.length === 0 || own.length === read.length || incoming.length > mostFlows) return [];
  const filled = own.includes('arrived') ? subsets(incoming) : [[]];
  const counts = own.includes('activationCount') ? incoming.map((_, index) => index + 1) : [0];
  const starts = own.includes('waitingForStart') ? [true, false] : [true];
  return filled.flatMap((arrived) => counts.flatMap((activationCount) => starts.map((waitingForStart) => ({ arrived, activationCount, waitingForStart }))));
}

/** Beyond these, what may have come is not told apart. */
const mostFlows = 6;

const subsets = (flows: readonly string[]): readonly (readonly Json[])[] =>
  flows.reduce<readonly (readonly string[])[]>((lists, flow) => [...lists, ...lists.map((list) => [...list, flow])], [[]]);
