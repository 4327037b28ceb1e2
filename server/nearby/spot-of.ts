import { changed, isObject, valueAt } from '../../forms/field-path.ts';
import { dayOf } from '../../forms/today.ts';
import type { Data, Json } from '../../engine/state.ts';
import type { Spot } from '../../runtime/command.ts';
import type { Transaction } from '../../storage/store.ts';
import type { Package } from '../library/package.ts';
import { ask } from '../planning/ask.ts';
import { fixed } from '../planning/geometry.ts';

/**
 * Where an application lies: by its coordinates, else where the maps in force have its address. Undefined where the procedure has no spots, or it cannot be
 * told: words alone are for people.
 */
export async function spotOf(tx: Transaction, { procedure }: Pick<Package, 'procedure'>, application: Data, at: string): Promise<Spot | undefined> {
  if (procedure.spot === undefined) return undefined;
  const place = valueAt(application, procedure.spot.place);
  const kind = procedure.spot.kind === undefined ? '' : valueAt(application, procedure.spot.kind);
  if (!isObject(place) || typeof kind !== 'string') return undefined;
  const address = addressIn(place);
  const point = pointIn(place) ?? (address === '' ? null : (await ask(tx, { address }, dayOf(at))).answer);
  return point === null ? undefined : { x: fixed(point.longitude), y: fixed(point.latitude), kind };
}

/** A place's address in words, or the house and street of an address that was asked part by part. */
const addressIn = ({ address, houseNo, street }: Data): string =>
  (typeof address === 'string' ? address : [houseNo, street].filter((part) => typeof part === 'string').join(' ')).trim().slice(0, 300);

/** What is no place on the globe is none: a draft may hold anything. */
function pointIn({ latitude, longitude }: Data): { readonly latitude: number; readonly longitude: number } | undefined {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** Where a dossier lies once its applicant's corrections are in it; undefined where they leave its place alone or give none. */
export async function spotCorrected(tx: Transaction, pack: Pick<Package, 'procedure'>, data: Data, answer: Json, at: string): Promise<Spot | undefined> {
  const { spot } = pack.procedure;
  const changes = isObject(answer) ? answer['changes'] : undefined;
  if (spot === undefined || !isObject(changes)) return undefined;
  const own = [spot.place, ...['latitude', 'longitude', 'address', 'words'].map((part) => `${spot.place}.${part}`), ...(spot.kind === undefined ? [] : [spot.kind])];
  const told = own.flatMap((path) => (Object.hasOwn(changes, path) ? [[path, changes[path]] as const] : []));
  const application = isObject(data['application']) ? data['application'] : {};
  return told.length === 0 ? undefined : spotOf(tx, pack, told.reduce<Data>((corrected, [path, value]) => changed(corrected, path, value), application), at);
}
