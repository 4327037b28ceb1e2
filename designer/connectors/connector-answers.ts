import type { LocalText } from '../../forms/text.ts';
import type { Shape } from '../../procedures/described/description.ts';
import type { Named } from '../conditions/named.ts';

const kindOf = ({ type, enum: choices }: Shape): Named['kind'] => {
  if (choices) return 'choice';
  const [one, ...others] = (Array.isArray(type) ? (type as readonly string[]) : [type as string]).filter((each) => each !== 'null');
  if (one === undefined || others.length > 0) return 'other';
  return one === 'boolean' ? 'yesNo' : one === 'number' || one === 'integer' ? 'number' : one === 'string' ? 'text' : 'other';
};

/** What a step's connector answers, as a condition behind it may look at it: each value that can be compared, of groups too. `result`: the name under which the step keeps it; nothing while the connector's text cannot be read. */
export function connectorAnswers(source: string, result: string, group: LocalText): readonly Named[] {
  let answer: Shape | undefined;
  try {
    ({ answer } = JSON.parse(source) as { readonly answer?: Shape });
  } catch {
    return [];
  }
  return answer ? within(answer, result, group) : [];
}

const within = ({ properties = {} }: Shape, path: string, group: LocalText): readonly Named[] => Object.entries(properties).flatMap(([name, shape]) => {
  const feel = `${path}.${name}`;
  const kind = kindOf(shape);
  if (kind === 'other') return within(shape, feel, group);
  const called = shape.title ?? name;
  const options = shape.enum?.flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [{ value, label: { vi: String(value), en: String(value) } }] : []));
  return [{ name: feel, kind, label: { vi: called, en: called }, group, ...(options && { options }) }];
});
