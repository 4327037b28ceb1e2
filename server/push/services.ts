import { readFileSync } from 'node:fs';
import { Type, type Static } from 'typebox';
import { shape } from '../api/shape.ts';
import { faultsOf } from '../http/validate.ts';

/** Where browsers have pushes sent: a host, or `*.` and what it ends with. */
const Services = Type.Array(shape({ browsers: Type.String(), host: Type.String({ pattern: '^(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)+$' }), source: Type.String() }));

export interface PushService extends Pick<Static<typeof Services>[number], 'browsers' | 'host'> {
  /** It may lie in a network that is not public, on any port, without https: a service of one's own that stands in. */
  readonly private?: true;
}

/** The services of the browsers there are: the only hosts that a push is ever sent to. */
export function knownServices(): readonly PushService[] {
  const services: unknown = JSON.parse(readFileSync(new URL('services.json', import.meta.url), 'utf8'));
  const [fault] = faultsOf(Services, services, 'en');
  if (fault !== undefined) throw new Error(`expected server/push/services.json to be a list of services, but ${fault.path}: ${fault.message}`);
  return services as PushService[];
}

/** The address of a device at a service that is known, in two parts. */
export interface Endpoint { readonly service: PushService; readonly origin: string; readonly path: string }

/** Undefined for whatever else a browser may have been made to say. */
export function endpointOf(services: readonly PushService[], text: string): Endpoint | undefined {
  const url = URL.parse(text);
  // What is written otherwise than it is read could lead elsewhere.
  if (url === null || url.href !== text || url.username !== '' || url.password !== '' || url.hash !== '' || url.pathname === '/') return undefined;
  const service = services.find((known) => (known.private === true ? url.host === known.host : url.protocol === 'https:' && url.port === '' && isAt(known.host, url.hostname)));
  return service && { service, origin: url.origin, path: `${url.pathname}${url.search}` };
}

const isAt = (known: string, host: string): boolean => (known.startsWith('*.') ? host.endsWith(known.slice(1)) && host.length >= known.length : host === known);
