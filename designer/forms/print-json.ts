/** JSON as people keep it in a repository: what fits stands on one line, the rest goes down, two spaces in. */
export function printJson(value: unknown, width = 160): string {
  return `${print(value, 0, 0, width)}\n`;
}

/** The same; and where it says no more and no less than a text that is there, that text: what is typed and deleted again is no change of how it is written. */
export function printLike(value: unknown, there: string): string {
  const text = printJson(value);
  try {
    return printJson(JSON.parse(there)) === text ? there : text;
  } catch {
    return text;
  }
}

/** `before`: characters that stand on the line already, such as the name of the member. */
function print(value: unknown, indent: number, before: number, width: number): string {
  const short = indent > 0 ? flat(value, width - indent - before) : undefined;
  if (short !== undefined) return short;
  const inner = indent + 2;
  const margin = ' '.repeat(inner);
  if (Array.isArray(value) && value.length > 0) return `[\n${value.map((item: unknown) => margin + print(item, inner, 1, width)).join(',\n')}\n${' '.repeat(indent)}]`;
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const members = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{\n${members.map(([name, one]) => `${margin}${JSON.stringify(name)}: ${print(one, inner, JSON.stringify(name).length + 3, width)}`).join(',\n')}\n${' '.repeat(indent)}}`;
  }
  return Array.isArray(value) ? '[]' : typeof value === 'object' && value !== null ? '{}' : scalar(value);
}

const scalar = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** On one line, or nothing as soon as it does not fit. */
function flat(value: unknown, room: number): string | undefined {
  if (typeof value !== 'object' || value === null) return fitting(scalar(value), room);
  const isList = Array.isArray(value);
  const members: readonly (readonly [string, unknown])[] = isList ? value.map((one: unknown) => ['', one]) : Object.entries(value).filter(([, one]) => one !== undefined);
  if (members.length === 0) return fitting(isList ? '[]' : '{}', room);
  const parts: string[] = [];
  let left = room - (isList ? 2 : 4) + 2;
  for (const [key, one] of members) {
    const name = isList ? '' : `${JSON.stringify(key)}: `;
    const part = flat(one, left - name.length - 2);
    if (part === undefined) return undefined;
    parts.push(name + part);
    left -= name.length + part.length + 2;
  }
  return isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
}

const fitting = (text: string, room: number) => (text.length <= room ? text : undefined);
