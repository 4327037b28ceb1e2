import { dayOf } from '../../forms/today.ts';
import { readBytes } from '../http/body.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import type { PlanningQuery } from '../api/planning.ts';
import { ask, type Asked } from '../planning/ask.ts';
import { exampleIn } from '../planning/example.ts';
import { layersInForce } from '../planning/in-force.ts';
import { mapAround } from '../planning/map-around.ts';
import { mostBytes } from '../planning/read-apart.ts';
import { takeLayer } from '../planning/take-layer.ts';
import { layerView } from '../planning/views.ts';
import type { Services } from '../services.ts';
import { namesOf } from '../views/names.ts';

export const planningHandlers = (services: Services) => ({
  'GET /api/planning': ({ at }) => services.store.read(async (tx) => {
    const layers = await layersInForce(tx, dayOf(at));
    return { layers: layers.map(layerView), example: await exampleIn(tx, layers) };
  }),

  'GET /api/map': ({ query, at }) => services.store.read(async (tx) => {
    const found = await mapAround(tx, query, at);
    if (found === undefined) throw notFound();
    return found;
  }),

  'GET /api/planning/look-up': ({ query, language, at }) => {
    const asked = askedIn(query);
    if (asked === undefined) {
      const message = { vi: 'Hỏi bằng một trong ba cách: tọa độ, số tờ và số thửa, hoặc địa chỉ.', en: 'Ask in one of three ways: coordinates, sheet and parcel number, or an address.' };
      throw new ProblemError('invalid', { errors: [{ path: 'address', message: message[language] }] });
    }
    return services.store.read((tx) => ask(tx, asked, query.day ?? dayOf(at)));
  },

  'GET /api/planning/layers': () => services.store.read(async (tx) => {
    const rows = await tx.planLayers.find({}, { order: [['name', 'asc'], ['version', 'desc']], limit: 1000 });
    const names = await namesOf(tx, [], rows.map(({ importedBy }) => importedBy));
    return { layers: rows.map((row) => ({ ...layerView(row), id: row.id, features: row.features, sha256: row.sha256, importedAt: row.importedAt, importedBy: names.person(row.importedBy)?.name ?? row.importedBy })) };
  }),

  'POST /api/planning/layers': async ({ query, actor, language, context }) => {
    const taken = await takeLayer(services, await readBytes(context, mostBytes), query, actor.account.id);
    if ('faults' in taken) throw new ProblemError('invalid', { errors: taken.faults.map(({ path, message }) => ({ path, message: message[language] })) });
    return taken;
  },
}) satisfies Partial<Handlers>;

function askedIn({ latitude, longitude, sheet, parcel, address }: PlanningQuery): Asked | undefined {
  const ways: Asked[] = [];
  if (latitude !== undefined && longitude !== undefined) ways.push({ latitude, longitude });
  if (sheet !== undefined && parcel !== undefined) ways.push({ sheet, parcel });
  if (address !== undefined) ways.push({ address });
  const given = [latitude, longitude, sheet, parcel, address].filter((value) => value !== undefined).length;
  return ways.length === 1 && given === Object.keys(ways[0]!).length ? ways[0] : undefined;
}
