/** A JSON Schema, as far as shapes of packages use it. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
}

export interface Mutation {
  /** `legalBasis.0.number` */
  readonly at: string;
  /** What was done there. */
  readonly did: string;
  readonly value: unknown;
}

/** Another value for a text or a number at a place, or one to begin with; nothing where the place has no other. */
export type Other = (at: string, value: unknown) => unknown;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of JSON changed in one place at a time, in every place where its schema allows another: other values, members that come and go, items that come, go and change places. */
export function* mutations(root: JsonSchema, value: unknown, other: Other): Generator<Mutation> {
  const resolved = (schema: JsonSchema): JsonSchema => {
    if (schema.$ref !== undefined) return resolved(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {});
    return schema.type === undefined && schema.properties ? { ...schema, type: 'object' } : schema;
  };
  const fits = (schema: JsonSchema, one: unknown): boolean => {
    const { type, const: only, enum: few, required = [], properties = {}, additionalProperties } = resolved(schema);
    if (only !== undefined) return one === only;
    if (few !== undefined) return few.includes(one);
    if (type === 'object') return isObject(one) && required.every((name) => name in one && (properties[name]?.const === undefined || properties[name].const === one[name])) && (additionalProperties !== false || Object.keys(one).every((name) => name in properties));
    if (type === 'array') return Array.isArray(one);
    return type === undefined || (type === 'integer' || type === 'number' ? typeof one === 'number' : typeof one === type);
  };
  const sample = (schema: JsonSchema, at: string): unknown => {
    const { type, const: only, enum: few, required = [], properties = {}, items, anyOf, oneOf, patternProperties, additionalProperties } = resolved(schema);
    const named = patternProperties ? Object.values(patternProperties)[0] : isObject(additionalProperties) ? (additionalProperties as JsonSchema) : undefined;
    if (only !== undefined) return only;
    if (few !== undefined) return few[0];
    const [first] = anyOf ?? oneOf ?? [];
    if (first) return sample(first, at);
    if (type === 'object' && named) return { [String(other(`${at}.#name`, undefined) ?? 'fresh')]: sample(named, `${at}.fresh`) };
    if (type === 'object') return Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {}, `${at}.${name}`)]));
    if (type === 'array') return items ? [sample(items, `${at}.0`)] : [];
    if (type === 'boolean') return true;
    return other(at, undefined);
  };
  function* within(schema: JsonSchema, one: unknown, at: string): Generator<Mutation> {
    const { type, const: only, enum: few, properties, required = [], items, anyOf, oneOf, minItems = 0, uniqueItems, patternProperties, additionalProperties } = resolved(schema);
    const step = (name: string | number) => (at === '' ? String(name) : `${at}.${name}`);
    const ways = anyOf ?? oneOf;
    if (ways) {
      for (const way of ways) {
        if (fits(way, one)) yield* within(way, one, at);
        else {
          const instead = sample(way, at);
          if (instead !== undefined) yield { at, did: 'another way', value: instead };
        }
      }
    } else if (only !== undefined) return;
    else if (few !== undefined) {
      const instead = few.find((each) => each !== one);
      if (instead !== undefined) yield { at, did: 'another of few', value: instead };
    } else if (type === 'array' && Array.isArray(one)) {
      const values = one as readonly unknown[];
      if (values.length > minItems) yield { at, did: 'the last is gone', value: values.slice(0, -1) };
      const fresh = items ? sample(items, step(values.length)) : undefined;
      if (fresh !== undefined && !(uniqueItems === true && values.includes(fresh))) yield { at, did: 'one more', value: [...values, fresh] };
      if (values.length > 1 && JSON.stringify(values[0]) !== JSON.stringify(values[1])) yield { at, did: 'the first two change places', value: [values[1], values[0], ...values.slice(2)] };
      // the first and the last stand for all of them
      for (const [index, each] of values.entries()) if (items && (index === 0 || index === values.length - 1)) for (const inside of within(items, each, step(index))) yield { ...inside, value: values.with(index, inside.value) };
    } else if (type === 'object' && isObject(one)) {
      const record = patternProperties ? Object.values(patternProperties)[0] : isObject(additionalProperties) ? additionalProperties : undefined;
      for (const [name, each] of Object.entries(one)) {
        const member = properties?.[name] ?? record;
        if (!member) continue;
        if (!required.includes(name)) yield { at: step(name), did: 'is gone', value: Object.fromEntries(Object.entries(one).filter(([key]) => key !== name)) };
        for (const inside of within(member, each, step(name))) yield { ...inside, value: { ...one, [name]: inside.value } };
      }
      for (const [name, member] of Object.entries(properties ?? {})) {
        const fresh = name in one ? undefined : sample(member, step(name));
        if (fresh !== undefined) yield { at: step(name), did: 'is new', value: { ...one, [name]: fresh } };
      }
      if (record) {
        const name = String(other(`${at}.#name`, undefined) ?? 'fresh');
        const fresh = name in one ? undefined : sample(record as JsonSchema, step(name));
        if (fresh !== undefined) yield { at: step(name), did: 'is new', value: { ...one, [name]: fresh } };
      }
    } else if (type === 'boolean') yield { at, did: 'the opposite', value: one !== true };
    else {
      const instead = other(at, one);
      if (instead !== undefined && instead !== one) yield { at, did: 'another value', value: instead };
    }
  }
  yield* within(root, value, '');
}

/** Of changes of the same kind at the same place of different things, the first few. `place` says which places are the same. */
export function* someOf<M extends Mutation>(all: Iterable<M>, few: number, place: (at: string) => string): Generator<M> {
  const seen = new Map<string, number>();
  for (const mutation of all) {
    const kind = `${place(mutation.at)} ${mutation.did}`;
    const count = seen.get(kind) ?? 0;
    seen.set(kind, count + 1);
    if (count < few) yield mutation;
  }
}
