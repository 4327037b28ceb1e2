import { dayOf } from '../../forms/today.ts';
import type { Transaction } from '../../storage/store.ts';
import { AlreadyThere } from '../../storage/table.ts';
import { folded } from '../../storage/tables/dossiers.ts';
import type { AreaRow, HouseholdPersonRow, HouseholdRow } from '../../storage/tables/areas.ts';
import type { Actor } from '../access/actor.ts';
import { dossierScope, findDossier, ownUnitsOf } from '../access/scope.ts';
import { dossierPlace } from '../area/dossier-place.ts';
import { areasAt, dossiersIn, householdsIn } from '../area/inside-area.ts';
import { add, areaContent, change, end, erase, fromFile, householdContent, keep, outlineOf, type Keeper } from '../area/keep.ts';
import { addPerson, changePerson, erasePerson, personsOf, personView, takePersons } from '../area/persons.ts';
import { pictureOf } from '../area/picture.ts';
import { areaScope, holdsOn, householdScope, keptUnits, personScope } from '../area/scope.ts';
import { areaView, changesOf, householdView, outlineView } from '../area/views.ts';
import { linkedWork } from '../area/links.ts';
import { readBytes } from '../http/body.ts';
import type { Handlers } from '../http/handler.ts';
import type { Language } from '../http/language.ts';
import { once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { mostBytes, readApart } from '../planning/read-apart.ts';
import type { Services } from '../services.ts';
import { dossierRows } from '../views/dossier-rows.ts';
import { namesOf } from '../views/names.ts';

const most = { areas: 1000, found: 50, households: 200, dossiers: 50 };
const taken = { vi: 'Mã này đã có trong sổ của đơn vị.', en: 'This code is in the unit’s register already.' };

/** The register of residential areas and households. */
export const areaHandlers = (services: Services) => {
  const { store, newId } = services;
  const keeperOf = (tx: Transaction, actor: Actor, at: string): Keeper => ({ tx, newId, at, actor: actor.account.id });

  const findArea = async (tx: Transaction, actor: Actor, id: string): Promise<AreaRow> => {
    const area = await tx.areas.first({ all: [await areaScope(tx, actor), { id }] });
    if (area === undefined) throw notFound();
    return area;
  };
  const findHousehold = async (tx: Transaction, actor: Actor, id: string): Promise<HouseholdRow> => {
    const household = await tx.households.first({ all: [householdScope(actor), { id }] });
    if (household === undefined) throw notFound();
    return household;
  };
  const findPerson = async (tx: Transaction, actor: Actor, { id, person }: { readonly id: string; readonly person: string }): Promise<HouseholdPersonRow> => {
    const found = await tx.householdPersons.first({ all: [personScope(actor), { householdId: id, id: person }] });
    if (found === undefined) throw notFound();
    return found;
  };
  /** Whoever may read something, and not write in its register, is told so. */
  const mustKeep = (actor: Actor, { unitId }: Pick<AreaRow, 'unitId'>): void => {
    if (!keptUnits(actor).includes(unitId)) throw new ProblemError('forbidden');
  };
  /** A code is one thing’s in a unit; of two who give it at once, one is first. */
  const firstOf = async <Kept>(writing: Promise<Kept>, language: Language): Promise<Kept> => {
    try {
      return await writing;
    } catch (error) {
      if (error instanceof AlreadyThere) throw new ProblemError('invalid', { errors: [{ path: 'code', message: taken[language] }] });
      throw error;
    }
  };
  const viewsOf = async (tx: Transaction, rows: Parameters<typeof dossierRows>[2], at: string) => (await dossierRows(tx, services, rows, at)).map(({ view }) => view);

  return {
    'GET /api/areas': ({ query, actor, at }) => store.read(async (tx) => {
      const holds = holdsOn(dayOf(at), query.ended === 'yes');
      const words = folded(query.q ?? '');
      const scope = await areaScope(tx, actor);
      const areas = await tx.areas.find({ all: [scope, holds, words === '' ? {} : { search: { contains: words } }] }, { order: [['unitId', 'asc'], ['code', 'asc']], limit: most.areas });
      const households = words === '' ? [] : await tx.households.find({ all: [householdScope(actor), holds, { search: { contains: words } }] }, { order: [['code', 'asc']], limit: most.found });
      const around = households.length === 0 ? [] : await tx.areas.find({ all: [scope, holdsOn(dayOf(at))] }, { limit: most.areas });
      const keeps = keptUnits(actor);
      const names = await namesOf(tx, [...areas.map(({ unitId }) => unitId), ...households.map(({ unitId }) => unitId), ...keeps]);
      return {
        areas: areas.map((area) => areaView(area, names)), households: households.map((one) => householdView(one, around, names)),
        map: areas.length === 0 ? null : await pictureOf(tx, areas, households.map(({ x, y }) => ({ kind: 'household', x, y })), at), keeps: keeps.map(names.unit),
      };
    }),

    'GET /api/areas/:id': ({ params, actor, at }) => store.read(async (tx) => {
      const area = await findArea(tx, actor, params.id);
      const holds = holdsOn(dayOf(at));
      const may = ownUnitsOf(actor).includes(area.unitId);
      const households = may ? await householdsIn(tx, area, { all: [householdScope(actor), holds] }) : [];
      const { rows, spots } = await dossiersIn(tx, area, dossierScope(actor), most.dossiers);
      const names = await namesOf(tx, [area.unitId]);
      return {
        area: areaView(area, names), outline: outlineView(area),
        households: may ? { total: households.length, persons: await tx.householdPersons.count({ householdId: { in: households.map((one) => one.id) } }), shown: households.slice(0, most.households).map((one) => householdView(one, [area], names)) } : null,
        dossiers: await viewsOf(tx, rows, at), work: await viewsOf(tx, await linkedWork(tx, actor, 'area', area.id), at),
        map: await pictureOf(tx, [area], [...households.map(({ x, y }) => ({ kind: 'household' as const, x, y })), ...spots.map(({ x, y }) => ({ kind: 'dossier' as const, x, y }))], at),
        changes: await changesOf(tx, area.id), keeps: keptUnits(actor).includes(area.unitId),
      };
    }),

    'POST /api/areas': ({ body: { unit, ...fields }, actor, key, at, language }) => firstOf(once(store, { actor: actor.account.id, key, kind: 'area.add', body: { unit, ...fields }, at }, (tx) => {
      if (!keptUnits(actor).includes(unit)) throw notFound();
      return add(keeperOf(tx, actor, at), 'areas', unit, areaContent(fields, outlineOf(fields, language)));
    }), language),
    'PUT /api/areas/:id': ({ params, body, actor, at, language }) => firstOf(store.transaction(async (tx) => {
      const area = await findArea(tx, actor, params.id);
      mustKeep(actor, area);
      await change(keeperOf(tx, actor, at), 'areas', area, areaContent(body, outlineOf(body, language)));
    }), language),
    'POST /api/areas/:id/end': ({ params, body, actor, at }) => store.transaction(async (tx) => {
      const area = await findArea(tx, actor, params.id);
      mustKeep(actor, area);
      await end(keeperOf(tx, actor, at), 'areas', area, body.day);
    }),

    'POST /api/areas/import': async ({ query, actor, at, language, context }) => {
      if (!keptUnits(actor).includes(query.unit)) throw notFound();
      const read = await readApart(await readBytes(context, mostBytes), query.what === 'areas' ? 'area' : 'household');
      if ('faults' in read) throw new ProblemError('invalid', { errors: read.faults.map(({ path, message }) => ({ path, message: message[language] })) });
      return store.transaction(async (tx) => {
        const keeper = keeperOf(tx, actor, at);
        const did = { added: 0, changed: 0, same: 0 };
        for (const [index, feature] of read.features.entries()) {
          did[await keep(keeper, query.what, query.unit, fromFile(feature, query.what, query.validFrom))] += 1;
          // A large register takes seconds: others are let through in between.
          if (index % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
        }
        return { ...did, leftOut: [...read.leftOut] };
      });
    },

    'GET /api/desk/dossiers/:id/place': ({ params, actor, at }) => store.read(async (tx) => dossierPlace(tx, services, actor, await findDossier(tx, actor, params.id), at)),

    'GET /api/households/:id': ({ params, actor, at }) => store.read(async (tx) => {
      const household = await findHousehold(tx, actor, params.id);
      const names = await namesOf(tx, [household.unitId]);
      const around = await areasAt(tx, [household.x, household.y], { all: [await areaScope(tx, actor), holdsOn(dayOf(at))] });
      return {
        household: householdView(household, around, names), persons: keptUnits(actor).includes(household.unitId) ? (await personsOf(tx, household, personScope(actor))).map(personView) : null, work: await viewsOf(tx, await linkedWork(tx, actor, 'household', household.id), at),
        changes: await changesOf(tx, household.id), keeps: keptUnits(actor).includes(household.unitId),
      };
    }),
    'POST /api/households': ({ body: { unit, ...fields }, actor, key, at, language }) => firstOf(once(store, { actor: actor.account.id, key, kind: 'household.add', body: { unit, ...fields }, at }, (tx) => {
      if (!keptUnits(actor).includes(unit)) throw notFound();
      return add(keeperOf(tx, actor, at), 'households', unit, householdContent(fields));
    }), language),
    'PUT /api/households/:id': ({ params, body, actor, at, language }) => firstOf(store.transaction(async (tx) => {
      const household = await findHousehold(tx, actor, params.id);
      mustKeep(actor, household);
      await change(keeperOf(tx, actor, at), 'households', household, householdContent(body));
    }), language),
    'POST /api/households/:id/end': ({ params, body, actor, at }) => store.transaction(async (tx) => {
      const household = await findHousehold(tx, actor, params.id);
      mustKeep(actor, household);
      await end(keeperOf(tx, actor, at), 'households', household, body.day);
    }),
    'POST /api/households/persons': ({ body, actor, at, language }) => store.transaction(async (tx) => {
      if (!keptUnits(actor).includes(body.unit)) throw notFound();
      return takePersons(keeperOf(tx, actor, at), body, language);
    }),
    'POST /api/households/:id/persons': ({ params, body, actor, key, at, language }) => once(store, { actor: actor.account.id, key, kind: 'person.add', body: { ...params, ...body }, at }, async (tx) => {
      const household = await findHousehold(tx, actor, params.id);
      mustKeep(actor, household);
      return addPerson(keeperOf(tx, actor, at), household, body, language);
    }),
    'PUT /api/households/:id/persons/:person': ({ params, body, actor, at, language }) => store.transaction(async (tx) => {
      const household = await findHousehold(tx, actor, params.id);
      await changePerson(keeperOf(tx, actor, at), household, await findPerson(tx, actor, params), body, language);
    }),
    'DELETE /api/households/:id/persons/:person': ({ params, actor, at }) => store.transaction(async (tx) => {
      const household = await findHousehold(tx, actor, params.id);
      await erasePerson(keeperOf(tx, actor, at), household, await findPerson(tx, actor, params));
    }),
    'DELETE /api/households/:id/people': ({ params, actor, at }) => store.transaction(async (tx) => {
      const household = await findHousehold(tx, actor, params.id);
      mustKeep(actor, household);
      await erase(keeperOf(tx, actor, at), household);
    }),
  } satisfies Partial<Handlers>;
};
