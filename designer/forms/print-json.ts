/** JSON as people keep it in a repository: what fits stands on one line, the rest goes down, two spaces in. */
export function printJson(value: unknown, width = 160): string {
  return `${print(value, 0, 0, width)}\n`;
}

/** `before`: characters that stand on the line already, such as the name of the member. */
function print(value: unknown, indent: number, before: number, width: number): string {
  const short = flat(value);
  if (indent > 0 && indent + before + short.length <= width) return short;
  const inner = indent + 2;
  const margin = ' '.repeat(inner);
  if (Array.isArray(value) && value.length > 0) return `[\n${value.map((item: unknown) => margin + print(item, inner, 1, width)).join(',\n')}\n${' '.repeat(indent)}]`;
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    const members = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{\n${members.map(([name, one]) => `${margin}${JSON.stringify(name)}: ${print(one, inner, JSON.stringify(name).length + 3, width)}`).join(',\n')}\n${' '.repeat(indent)}}`;
  }
  return short;
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(flat).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return members.length === 0 ? '{}' : `{ ${members.map(([name, one]) => `${JSON.stringify(name)}: ${flat(one)}`).join(', ')} }`;
}
