import { clockCsv } from '../figures/csv.ts';
import { publicClock } from '../figures/public-clock.ts';
import type { Handlers } from '../http/handler.ts';
import type { Services } from '../services.ts';
import { disposition } from '../uploads/file-name.ts';

/** Open data: nothing of whom dossiers are about. */
export const figureHandlers = (services: Services) => {
  const clock = publicClock(services);
  return {
    'GET /api/open-data/clock': () => clock(),

    'GET /api/open-data/clock.csv': async () => {
      const found = await clock();
      return { content: clockCsv(found), type: 'text/csv; charset=utf-8', headers: { 'Content-Disposition': disposition('attachment', `clock-${found.at.slice(0, 10)}.csv`) } };
    },
  } satisfies Partial<Handlers>;
};
