import { call } from '../../ui/api.ts';
import { inHere } from '../../ui/base.ts';

/** Once the worker that keeps files for later has this page; never where there is none. */
const kept = (): Promise<unknown> =>
  !('serviceWorker' in navigator) ? new Promise(() => undefined)
  : navigator.serviceWorker.controller ? Promise.resolve()
  : new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));

/** While there is a network: fetches all that filling a form in without one will need, so that it is kept on the device. */
export const makeReady = async (procedure: string, form: string): Promise<void> => {
  await kept();
  await import('./fill-page.tsx');
  await import('./kept-page.tsx');
  await call('GET /api/procedures/:key', { params: { key: procedure } });
  const { validator } = await call('GET /api/procedures/:key/forms/:form', { params: { key: procedure, form } });
  const built = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => new URL(name).pathname.startsWith('/assets/'));
  // Pieces that came before the worker had the page were not kept by it.
  await Promise.all([inHere(validator), '/', ...built].map((address) => fetch(address)));
};
