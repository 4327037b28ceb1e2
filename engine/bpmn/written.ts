import type { ModdleElement } from 'bpmn-moddle';
import { everything } from './everything.ts';
import { called, type Problems } from './problem.ts';

interface Property {
  readonly name: string;
  readonly type?: string;
  readonly isAttr?: boolean;
  readonly isMany?: boolean;
  readonly isBody?: boolean;
}

interface Package {
  readonly types: readonly { readonly name: string; readonly properties?: readonly Property[] | undefined }[];
  readonly enumerations?: readonly { readonly name: string; readonly literalValues: readonly { readonly name: string }[] }[];
}

/** What the schema says of a property where its library is lenient: it takes any word for a boolean, and the last of several children for the one that may stand there. */
export type Schema = 'boolean' | 'integer' | 'once' | readonly string[];

const schemaOf = ({ enumerations = [] }: Package, { type, isAttr, isMany, isBody }: Property): Schema | undefined => {
  if (!isAttr) return isMany || isBody ? undefined : 'once';
  if (type === 'Boolean') return 'boolean';
  if (type === 'Integer') return 'integer';
  return enumerations.find(({ name }) => name === type)?.literalValues.map(({ name }) => name);
};

/** A package of the metamodel by which everything is read as it is written: `asMeant` then says what is wrong, and what is meant. */
export const asWritten = <P extends Package>(given: P): P => ({
  ...given,
  types: given.types.map((type) => (type.properties === undefined ? type : {
    ...type,
    properties: type.properties.map((property) => {
      const schema = schemaOf(given, property);
      return schema === undefined ? property : { ...property, schema, ...(schema === 'once' && { isMany: true }), ...((schema === 'boolean' || schema === 'integer') && { type: 'String' }) };
    }),
  })),
});

/** The four words of a boolean in XML Schema. */
const booleans: ReadonlyMap<unknown, boolean> = new Map([['true', true], ['1', true], ['false', false], ['0', false]]);

const meant = (schema: Schema, value: string): { readonly value: unknown } | { readonly wanted: string } => {
  if (schema === 'boolean') return booleans.has(value.trim()) ? { value: booleans.get(value.trim()) } : { wanted: 'true or false' };
  // Which whole numbers make sense is judged where they are used.
  if (schema === 'integer') return { value: value.trim() === '' ? Number.NaN : Number(value) };
  return schema.includes(value) ? { value } : { wanted: `one of ${(schema as readonly string[]).join(', ')}` };
};

/** Gives each property the value that it is written for; a child that stands twice and a word that is none are refused, because either would be left out of account. */
export const asMeant = (problems: Problems, root: ModdleElement): void => {
  for (const { element, owner } of everything(root)) {
    for (const { name, ns: { localName }, schema } of element.$descriptor?.properties ?? []) {
      if (schema === undefined) continue;
      const value = element.get(name);
      if (schema === 'once') {
        const [first, ...others] = value as readonly unknown[];
        if (others.length > 0) problems.error('repeated', owner.id, `expected one ${localName} in ${called(element)}, but there are ${others.length + 1} and only one could count`);
        element.set(name, first);
        continue;
      }
      if (typeof value !== 'string') continue;
      const answer = meant(schema, value);
      if ('value' in answer) element.set(name, answer.value);
      else problems.error('attribute-value', owner.id, `expected ${localName} of ${called(element)} to be ${answer.wanted}, but it is "${value}"`);
    }
  }
};
