import type { Element } from './document.ts';
import { list, nameOf, only, textOf, typeOf } from './element.ts';
import { anything, isAnything } from './item-type.ts';
import type { ItemType, TypeName } from './item-type.ts';

/** What a `typeRef` means; `Any` where there is none. */
export type Types = (reference: string | undefined) => ItemType;

const names: Readonly<Record<string, TypeName>> = {
  string: 'string', number: 'number', boolean: 'boolean', integer: 'number', long: 'number', double: 'number', date: 'date', time: 'time', dateTime: 'dateTime', 'date and time': 'dateTime',
  dayTimeDuration: 'dayTimeDuration', 'days and time duration': 'dayTimeDuration', yearMonthDuration: 'yearMonthDuration', 'years and months duration': 'yearMonthDuration',
};

const deepest = 12;

/** Looks up what a `typeRef` means, through the item definitions of the file and, by `Name.type` where they have a name, of its imports. */
export function readTypes(root: Element, imported: readonly { readonly name: string; readonly types: Types }[]): Types {
  const items = new Map(list(root, 'itemDefinition').map((item) => [nameOf(item), item]));
  const resolve = (reference: string | undefined, depth: number): ItemType => {
    const name = reference?.replace(/^feel:/, '') ?? 'Any';
    const known = Object.hasOwn(names, name) ? names[name] : undefined;
    if (known !== undefined) return { kind: 'simple', name: known };
    const item = items.get(name);
    if (item !== undefined) return depth > deepest ? anything : define(item, depth + 1);
    const from = imported.find((model) => model.name !== '' && name.startsWith(`${model.name}.`));
    if (from !== undefined) return from.types(name.slice(from.name.length + 1));
    return imported.filter((model) => model.name === '').map(({ types }) => types(name)).find((type) => !isAnything(type)) ?? anything;
  };
  const define = (item: Element, depth: number): ItemType => {
    const values = textOf(only(item, 'typeConstraint')) || textOf(only(item, 'allowedValues'));
    const constraint = values === '' ? {} : { values };
    const components = list(item, 'itemComponent');
    const callable = only(item, 'functionItem');
    const base: ItemType = callable !== undefined
      ? { kind: 'function', parameters: list(callable, 'parameters').length }
      : components.length > 0
        ? { kind: 'structure', fields: Object.fromEntries(components.map((component) => [nameOf(component), define(component, depth)])) }
        : resolve(typeOf(item), depth);
    // The allowed values of a collection speak of its elements, a constraint of its type speaks of the whole (DMN 1.5, 7.3.3).
    if (item.attributes['isCollection'] !== 'true') return { ...base, ...constraint };
    return only(item, 'typeConstraint') === undefined ? { kind: 'list', of: { ...base, ...constraint } } : { kind: 'list', of: base, ...constraint };
  };
  return (reference) => resolve(reference, 0);
}
