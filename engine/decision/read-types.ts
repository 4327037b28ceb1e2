import type { Element } from 'dmn-moddle';
import type { TypeName } from './model.ts';
import { list, nameOf, textOf, typeOf } from './element.ts';

interface Type {
  readonly type: TypeName;
  readonly values?: string;
}
export type Types = (reference: string | undefined) => Type;

const names: Readonly<Record<string, TypeName>> = {
  string: 'string', number: 'number', boolean: 'boolean', integer: 'number', long: 'number', double: 'number', date: 'date', time: 'time', dateTime: 'dateTime', 'date and time': 'dateTime',
  dayTimeDuration: 'dayTimeDuration', 'days and time duration': 'dayTimeDuration', yearMonthDuration: 'yearMonthDuration', 'years and months duration': 'yearMonthDuration',
};

/** Looks up what a `typeRef` means, through the item definitions of the file. */
export function readTypes(root: Element): Types {
  const items = new Map(list(root, 'itemDefinition').map((item) => [nameOf(item), item]));
  const resolve = (reference: string | undefined, depth: number): Type => {
    const name = reference?.replace(/^feel:/, '') ?? 'Any';
    const known = Object.hasOwn(names, name) ? names[name] : undefined;
    if (known !== undefined) return { type: known };
    const item = items.get(name);
    if (item === undefined || depth > 20 || item['isCollection'] === true) return { type: 'Any' };
    const values = textOf(item['allowedValues']);
    const base = resolve(typeOf(item), depth + 1);
    return values === '' ? base : { ...base, values };
  };
  return (reference) => resolve(reference, 0);
}
