import type { Schema } from './form.ts';

// Schemas come from administrators and answers from anyone: both are measured before anything walks them for long.
// `work` is what one answer can make the validator do at worst: every keyword once per place it can apply to.
export const schemaLimits = { depth: 24, nodes: 3000, enum: 500, pattern: 200, items: 200, work: 60_000 } as const;
export const answerLimits = { depth: 16, nodes: 8000, text: 400_000 } as const;
/** Patterns are not tried on longer strings; they fail. */
export const longestMatched = 1000;

const inMaps = ['properties', 'patternProperties', 'dependentSchemas'];
const inLists = ['anyOf', 'oneOf', 'allOf', 'prefixItems'];
const inPlace = ['items', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'];

/** Schemas directly inside a schema, with the keyword that holds them. */
export function* inner(schema: Schema): Generator<readonly [string, Schema]> {
  const schemas = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
  for (const key of inMaps) if (schemas(schema[key])) for (const one of Object.values(schema[key])) if (schemas(one)) yield [key, one];
  for (const key of inLists) if (Array.isArray(schema[key])) for (const one of schema[key] as unknown[]) if (schemas(one)) yield [key, one];
  for (const key of inPlace) if (schemas(schema[key])) yield [key, schema[key]];
}

const itemsAtMost = (schema: Schema) => (typeof schema.maxItems === 'number' ? schema.maxItems : schemaLimits.items);

/** Why a schema without references is refused, or nothing. `at` names the place by its keywords. */
export function refusedSchema(root: Schema): string | undefined {
  let nodes = 0;
  let work = 0;
  const visit = (schema: Schema, depth: number, times: number, at: string): string | undefined => {
    nodes += 1;
    if (depth > schemaLimits.depth) return `expected at most ${schemaLimits.depth} levels, but ${at} goes deeper`;
    if (nodes > schemaLimits.nodes) return `expected at most ${schemaLimits.nodes} subschemas, references written out, but there are more`;
    const values = Array.isArray(schema.enum) ? schema.enum.length : 0;
    if (values > schemaLimits.enum) return `expected at most ${schemaLimits.enum} values in enum, but ${at} has ${values}; give them as a catalogue`;
    if (typeof schema.pattern === 'string' && schema.pattern.length > schemaLimits.pattern) return `expected a pattern of at most ${schemaLimits.pattern} characters at ${at}`;
    const items = itemsAtMost(schema);
    if (items > schemaLimits.items) return `expected maxItems of at most ${schemaLimits.items}, but ${at} has ${items}`;
    work += times * (1 + values / 20 + (typeof schema.pattern === 'string' ? 4 : 0) + (schema.uniqueItems === true ? (items * items) / 20 : 0));
    if (work > schemaLimits.work) return `expected a form whose longest answer is checked quickly, but ${at} makes it too much; lower maxItems`;
    for (const [key, one] of inner(schema)) {
      const inside = key === 'items' || key === 'contains' ? times * items : times;
      const why = visit(one, depth + 1, inside, `${at}/${key}`);
      if (why) return why;
    }
    return undefined;
  };
  return visit(root, 0, 1, '#');
}

/** True when an answer is too deep, too long, or has too many members to be a form's. Does not recurse. */
export function tooLarge(answer: unknown): boolean {
  let nodes = 0;
  let text = 0;
  const open: { value: unknown; depth: number }[] = [{ value: answer, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    nodes += 1;
    if (typeof value === 'string') text += value.length;
    if (nodes > answerLimits.nodes || text > answerLimits.text || depth > answerLimits.depth) return true;
    if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        text += Array.isArray(value) ? 0 : key.length;
        open.push({ value: one, depth: depth + 1 });
        if (open.length > answerLimits.nodes) return true;
      }
    }
  }
  return false;
}
