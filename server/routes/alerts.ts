import { alertOf, alertsAt, toldOf } from '../alerts/alerts.ts';
import { capOf, type Sender } from '../alerts/cap.ts';
import { alertsGeoJson, alertsRss } from '../alerts/feeds.ts';
import { pictureOf } from '../alerts/picture.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound } from '../http/problem-error.ts';
import type { Services } from '../services.ts';

const headers = { 'Cache-Control': 'public, max-age=60', 'Access-Control-Allow-Origin': '*' };

/** What offices have published of traffic, floods and the like. Drafts are never among it: only what the connector `publish` kept is read. */
export const alertHandlers = ({ store, agencies, configuration }: Services) => {
  const { sample } = configuration;
  const sender: Sender = { url: configuration.publicUrl, sample, name: agencies.usual.name.vi };
  return {
    'GET /api/alerts': ({ at }) => store.read(async (tx) => {
      const { inForce, over } = await alertsAt(tx, at);
      return { at, sample, inForce: [...inForce], over: [...over], map: await pictureOf(tx, inForce, at) };
    }),

    'GET /api/alerts.rss': ({ at }) => store.read(async (tx) => ({ content: alertsRss((await alertsAt(tx, at)).inForce, sender, at), type: 'application/rss+xml; charset=utf-8', headers })),

    'GET /api/alerts.geojson': ({ at }) => store.read(async (tx) => ({ content: JSON.stringify(alertsGeoJson((await alertsAt(tx, at)).inForce, sender)), type: 'application/geo+json; charset=utf-8', headers })),

    'GET /api/alerts/:id': ({ params, at }) => store.read(async (tx) => {
      const opened = await alertOf(tx, params.id, at);
      if (opened === undefined) throw notFound();
      return { at, sample, alert: opened.alert, told: toldOf(opened.versions), map: await pictureOf(tx, [opened.alert], at) };
    }),

    'GET /api/alerts/:id/cap.xml': ({ params, query, at }) => store.read(async (tx) => {
      const opened = await alertOf(tx, params.id, at);
      const told = opened?.versions.filter(({ number }) => query.version === undefined || number <= query.version) ?? [];
      if (opened === undefined || told.length === 0 || (query.version !== undefined && told.at(-1)?.number !== query.version)) throw notFound();
      return { content: capOf(opened.alert, told, sender), type: 'application/cap+xml; charset=utf-8', headers };
    }),
  } satisfies Partial<Handlers>;
};
