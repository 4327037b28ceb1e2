import { variables } from '../../engine/expression/feel.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import { faultOf, placesOf } from '../../procedures/rules/dossier-data.ts';
import { textsOf } from '../../procedures/rules/field-known.ts';
import { nodesOf } from '../../procedures/rules/rule.ts';

export interface Fields {
  /** Paths in the expressions of an element that lead to nothing. */
  readonly wrong: readonly string[];
  /** Every path that leads to something: fields of forms, and what the runtime keeps. */
  readonly known: readonly string[];
}

/** What an element asks of the dossier's data and nobody gives, and what it could ask. */
export const fieldsAt = (loaded: LoadedProcedure, element: string): Fields => {
  const places = placesOf(loaded);
  const texts = nodesOf(loaded).flatMap((node) => [...textsOf(loaded, node)]).filter(([at]) => at === element).map(([, text]) => text);
  const known = [...places].flatMap(([name, place]) => (place === 'any' ? [name] : 'names' in place ? place.names.map((field) => `${name}.${field}`) : [...place.fields.keys()].map((field) => `${name}.${field}`)));
  return { wrong: [...new Set(texts.flatMap((text) => [...variables(text)]))].filter((path) => faultOf(places, path) !== undefined), known };
};
