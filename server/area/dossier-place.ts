import { dayOf } from '../../forms/today.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { Actor } from '../access/actor.ts';
import type { DossierPlace } from '../api/area.ts';
import type { Services } from '../services.ts';
import { dossierRows } from '../views/dossier-rows.ts';
import { areasAt, householdAt } from './inside-area.ts';
import { aboutOf, linkedWork } from './links.ts';
import { areaScope, holdsOn, householdScope } from './scope.ts';
import { areaName } from './views.ts';

/** In which area a dossier lies and at which household, what it is about, and which work is about it. */
export async function dossierPlace(tx: Transaction, services: Pick<Services, 'library' | 'store'>, actor: Actor, { id }: DossierRow, at: string): Promise<DossierPlace> {
  const spot = await tx.spots.first({ dossierId: id });
  const holds = holdsOn(dayOf(at));
  const areas = spot === undefined ? [] : await areasAt(tx, [spot.x, spot.y], { all: [await areaScope(tx, actor), holds] });
  const household = spot && (await householdAt(tx, [spot.x, spot.y], { all: [householdScope(actor), holds] }));
  return {
    areas: areas.map(areaName), household: household === undefined ? null : { id: household.id, code: household.code, address: household.address },
    about: await aboutOf(tx, actor, id), work: (await dossierRows(tx, services, await linkedWork(tx, actor, 'dossier', id), at)).map(({ view }) => view),
  };
}
