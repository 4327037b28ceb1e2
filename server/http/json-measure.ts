/** How much a JSON text holds. Of a text that is no JSON it says something, but not much. */
export interface Measure {
  readonly depth: number;
  /** Members of objects, repeated ones counted each time. */
  readonly members: number;
  /** Values, give or take: members, items, and the lists and objects themselves. */
  readonly values: number;
}

/** Counts brackets, colons and commas outside strings, in one pass. */
export function measure(text: string): Measure {
  let open = 0;
  let depth = 0;
  let members = 0;
  let values = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === 0x5c) index += 1;
      else if (character === 0x22) inString = false;
      continue;
    }
    switch (character) {
      case 0x22: inString = true; break;
      case 0x3a: members += 1; break;
      case 0x2c: values += 1; break;
      case 0x5b: case 0x7b:
        values += 1;
        open += 1;
        if (open > depth) depth = open;
        break;
      case 0x5d: case 0x7d: open -= 1; break;
      default:
    }
  }
  return { depth, members, values };
}
