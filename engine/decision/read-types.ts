import type { Element } from './document.ts';
import { idOf, list, nameOf, only, textOf, tidy, typeOf } from './element.ts';
import type { Report } from './element.ts';
import { anything } from './item-type.ts';
import type { ItemType, TypeName } from './item-type.ts';

/** What a `typeRef` means; `Any` where there is none. */
export type Types = (reference: string | undefined) => ItemType;
/** The type of the name, if the file has it. */
export type NamedType = (name: string) => ItemType | undefined;

const simple: Readonly<Record<string, TypeName>> = {
  string: 'string', number: 'number', boolean: 'boolean', integer: 'number', long: 'number', double: 'number', date: 'date', time: 'time', dateTime: 'dateTime', 'date and time': 'dateTime',
  dayTimeDuration: 'dayTimeDuration', 'days and time duration': 'dayTimeDuration', yearMonthDuration: 'yearMonthDuration', 'years and months duration': 'yearMonthDuration', Any: 'Any', any: 'Any',
};
const general: Readonly<Record<string, ItemType>> = { list: { kind: 'list', of: anything }, context: { kind: 'structure', fields: {} } };

/** Types are written out where they are used: without a bound, ten definitions that each name another ten times would be 10,000,000,000 parts. */
const mostParts = 10_000;

/**
 * Looks up what a `typeRef` means, through the item definitions of the file and, by `Name.type` where they have a name, of its imports (DMN 1.5, 7.3.2).
 * Takes down every `typeRef` that means nothing, and definitions that are made of themselves.
 */
export function readTypes(root: Element, imported: readonly { readonly name: string; readonly named: NamedType }[], report: Report): { readonly types: Types; readonly named: NamedType } {
  const items = new Map<string, Element>();
  for (const item of list(root, 'itemDefinition')) {
    if (items.has(nameOf(item))) report(idOf(item) || nameOf(item), `expected every type once in the file, but "${nameOf(item)}" stands there again`);
    items.set(nameOf(item), item);
  }
  const made = new Map<string, ItemType>();
  const open: string[] = [];

  const named = (reference: string): ItemType | undefined => {
    const name = reference.replace(/^feel:/, '');
    if (Object.hasOwn(simple, name)) return { kind: 'simple', name: simple[name]! };
    if (Object.hasOwn(general, name)) return general[name];
    return made.get(name) ?? ownType(name) ?? importedType(name);
  };
  const importedType = (name: string): ItemType | undefined => {
    const from = imported.find((model) => model.name !== '' && name.startsWith(`${model.name}.`));
    if (from !== undefined) return from.named(name.slice(from.name.length + 1));
    return imported.filter((model) => model.name === '').map((model) => model.named(name)).find((type) => type !== undefined);
  };
  const ownType = (name: string): ItemType | undefined => {
    const item = items.get(name);
    if (item === undefined) return undefined;
    if (open.includes(name)) return report(idOf(item) || name, `the type "${name}" is made of itself: ${[...open.slice(open.indexOf(name)), name].join(' -> ')}`) ?? anything;
    open.push(name);
    const type = define(item);
    open.pop();
    const bounded = partsOf(type, mostParts) > mostParts ? report(idOf(item) || name, `the type "${name}" has more than ${mostParts} parts`) ?? anything : type;
    made.set(name, bounded);
    return bounded;
  };
  const define = (item: Element): ItemType => {
    const values = textOf(only(item, 'typeConstraint')) || textOf(only(item, 'allowedValues'));
    const constraint = values === '' ? {} : { values };
    const components = list(item, 'itemComponent');
    const callable = only(item, 'functionItem');
    const base: ItemType = callable !== undefined
      ? { kind: 'function', parameters: list(callable, 'parameters').length }
      : components.length > 0
        ? { kind: 'structure', fields: Object.fromEntries(components.map((component) => [nameOf(component), define(component)])) }
        : types(typeOf(item));
    // The allowed values of a collection speak of its elements, a constraint of its type speaks of the whole (DMN 1.5, 7.3.3).
    if (item.attributes['isCollection'] !== 'true') return { ...base, ...constraint };
    return only(item, 'typeConstraint') === undefined ? { kind: 'list', of: { ...base, ...constraint } } : { kind: 'list', of: base, ...constraint };
  };
  const types: Types = (reference) => (reference === undefined ? anything : named(reference) ?? anything);

  for (const name of items.keys()) named(name);
  for (const { place, name } of references(root, '')) {
    if (named(name) === undefined) report(place, `expected a type of FEEL, or one that the file defines or imports, but "${name}" is none`);
  }
  return { types, named };
}

/** Every name of a type that stands in the element, each with the id of the nearest element that has one. */
function* references(element: Element, around: string): Generator<{ readonly place: string; readonly name: string }> {
  const place = idOf(element) || around;
  const given = [element.attributes['typeRef'], element.attributes['outputTypeRef'], ...(element.name === 'typeRef' ? [element.text] : [])];
  for (const name of given) if (name !== undefined && tidy(name) !== '') yield { place, name: tidy(name) };
  for (const child of element.children) yield* references(child, place);
}

/** How many parts the type is made of; stops counting beyond `most`. */
function partsOf(type: ItemType, most: number): number {
  if (type.kind === 'list') return 1 + partsOf(type.of, most - 1);
  if (type.kind !== 'structure') return 1;
  let parts = 1;
  for (const field of Object.values(type.fields)) {
    parts += partsOf(field, most - parts);
    if (parts > most) break;
  }
  return parts;
}
