import { hashPassword } from '../../../session/passwords.ts';
import type { Services } from '../../../services.ts';
import { chance } from '../../chance.ts';
import { insertPerson } from '../../foundation.ts';
import { keepRoster } from '../../roster.ts';
import { ward } from '../../units.ts';
import { placed } from '../../ward-map/ground.ts';
import { drawLayer } from '../../ward-map/ward-map.ts';
import type { House } from '../another.ts';
import { hotSpotsOf, ownHotSpots, type HotSpot } from './hot-spots.ts';
import { departments } from './departments.ts';
import { neighbours, roadsAround, shiftsOf, staffOf, streetsOf, unitsOf, wardId, type Neighbour } from './neighbours.ts';

/** How a ward goes: `pace` is how long its people take beside what is usual, `load` how many dossiers come to it beside the others. */
interface Character { readonly pace: number; readonly load: number; readonly handlers: number }
/** One does well, one is clearly too few for what comes; which wards these are is by chance. */
const characters: readonly Character[] = [{ pace: 0.5, load: 3, handlers: 3 }, { pace: 4, load: 4, handlers: 1 }, { pace: 1, load: 2, handlers: 2 }, { pace: 1.25, load: 3, handlers: 2 }, { pace: 0.85, load: 2, handlers: 2 }];

/** A ward of the past. */
export interface PastWard { readonly id: string; readonly commune: string; readonly pace: number; readonly load: number; readonly houses: readonly House[]; readonly hotSpots: readonly HotSpot[] }

/** The wards of the year: that of the stories, whose houses are given, and those beside it, each going its own way by the seed. */
export function wardsOf(houses: readonly House[], seed: number): readonly PastWard[] {
  const own: PastWard = { id: ward, commune: '99001', pace: 1, load: 7, houses, hotSpots: ownHotSpots };
  return [own, ...drawn(seed).map(({ neighbour, pace, load }) => ({ id: wardId(neighbour.commune), commune: neighbour.commune, pace, load, houses: housesBeside(neighbour), hotSpots: hotSpotsOf(neighbour) }))];
}

/** Which neighbour goes which way. */
function drawn(seed: number): readonly (Character & { readonly neighbour: Neighbour })[] {
  const next = chance(seed ^ 0x5eed);
  const left = [...characters];
  return neighbours.map((neighbour) => ({ neighbour, ...left.splice(Math.floor(next() * left.length), 1)[0]! }));
}

/** Puts the wards beside the sample's into the tree of units, with their people and streets, and people into the department that a few dossiers go to. Only those in charge and one officer of each sign in: the list of who may would have no end. */
export async function settleNeighbours({ store, now, newId }: Pick<Services, 'store' | 'now' | 'newId'>, password: string, seed: number): Promise<void> {
  const passwordHash = await hashPassword(password);
  const at = now();
  await store.transaction(async (tx) => {
    for (const { neighbour, handlers } of drawn(seed)) {
      for (const unit of unitsOf(neighbour)) await tx.units.insert(unit);
      for (const person of staffOf(neighbour, handlers)) {
        const signsIn = person.roles.some(([role, unit]) => unit === wardId(neighbour.commune) && (role === 'signer' || (role === 'handler' && person.login.endsWith('1'))));
        await insertPerson(tx, person, { passwordHash: signsIn ? passwordHash : null, at, newId });
      }
    }
  });
  for (const { neighbour, handlers } of drawn(seed)) await keepRoster({ store, newId }, shiftsOf(neighbour, handlers), `account-${neighbour.login}-truongphong`, at);
  await store.transaction(async (tx) => {
    for (const person of departments) await insertPerson(tx, person, { passwordHash: null, at, newId });
  });
  await drawLayer({ store, now, newId }, 'road', { layer: 'sen-roads-around', title: 'Đường của các phường bên cạnh Phường Sen Mẫu', titleEn: 'Streets of the wards beside the sample ward', features: roadsAround });
}

/** Houses along the streets from west to east; the parcels are made up, and on no map. */
function housesBeside(neighbour: Neighbour): readonly House[] {
  const [x, y] = neighbour.corner;
  return streetsOf(neighbour).across.flatMap(({ name }, row) => Array.from({ length: 9 }, (_, index): House => {
    const [longitude, latitude] = placed([x + 20 + index * 42, y + row * 120 + 12]);
    return { commune: neighbour.commune, street: name, houseNo: String(index * 4 + 1), sheet: String(60 + Number(neighbour.commune.slice(-1))), parcel: String(row * 40 + index * 4 + 1), longitude, latitude };
  }));
}
