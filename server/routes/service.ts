import type { Handlers } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { openApiDocument } from '../http/openapi.ts';
import { eventStream } from '../live/event-stream.ts';
import type { Services } from '../services.ts';

export const serviceHandlers = (services: Services) => ({
  'GET /api/events': async ({ actor }) => ({ content: eventStream(services, actor), type: 'text/event-stream', headers: { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' } }),

  'GET /api/openapi.json': async () => openApiDocument(services.configuration.publicUrl),

  'GET /healthz': async () => {
    try {
      await services.store.read((tx) => tx.units.count({}));
    } catch {
      throw new ProblemError('unavailable');
    }
    return { status: 'well' as const, store: services.store.kind };
  },
}) satisfies Partial<Handlers>;
