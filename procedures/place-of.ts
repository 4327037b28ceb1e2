import type { Data } from '../engine/state.ts';
import { isObject, valueAt } from '../forms/field-path.ts';
import type { Procedure } from './procedure.ts';

/** The kind that a rule of competence answers for the commune of the place; any other is the kind of the unit nearest to it, or the one there is. */
export const communal = 'commune';

/** The question of the application that says where, by its id: an address, or a commune alone. */
export const placeAskedAt = ({ agency }: Procedure): string => agency.place ?? 'site.address';

/** The place that an application names: an address has its commune among its parts, a commune stands alone. */
export function placeOf(procedure: Procedure, application: Data): Data {
  const place = valueAt(application, placeAskedAt(procedure));
  return typeof place === 'string' ? { commune: place } : isObject(place) ? place : {};
}
