import type { TSchema } from 'typebox';
import type { Json } from '../../engine/state.ts';
import { Problem, problemStatus, type ProblemCode } from '../api/problem.ts';
import { isEmpty, isRaw, type Route } from '../api/route.ts';
import { routes, type RouteName } from '../api/routes.ts';

type Part = { [name: string]: Json };
const plain = (schema: TSchema): Json => JSON.parse(JSON.stringify(schema)) as Json;
const problemContent: Part = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** OpenAPI 3.1 of every route, made from the same schemas that check the requests. */
export function openApiDocument(server: string): Part {
  const paths: { [path: string]: Part } = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const [method = '', path = ''] = name.split(' ');
    const template = path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    (paths[template] ??= {})[method.toLowerCase()] = operation(name, routes[name]);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'motcua', version: '1', description: 'Errors are RFC 9457 problem details, in Vietnamese or English by Accept-Language. Acts need an Origin header of this site.' },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: { Problem: plain(Problem) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'motcua' }, token: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operation(name: RouteName, route: Route): Part {
  return {
    operationId: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replace(/-$/, ''),
    summary: route.summary,
    'x-access': route.access,
    ...(route.access === 'anyone' ? {} : { security: [{ [route.access === 'program' ? 'token' : 'session']: [] }] }),
    parameters: [...pathParameters(name), ...queryParameters(route.query), ...keyParameter(route)],
    ...bodyOf(route),
    responses: { ...success(route), ...problems(route, name) },
  };
}

const pathParameters = (name: string): Part[] => [...name.matchAll(/:([a-zA-Z]+)/g)].map(([, parameter = '']) => ({ name: parameter, in: 'path', required: true, schema: { type: 'string' } }));

function queryParameters(query: TSchema | undefined): Part[] {
  const { properties = {}, required = [] } = (query === undefined ? {} : plain(query)) as { properties?: Part; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

const keyParameter = (route: Route): Part[] =>
  route.idempotent === true ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 }, description: 'A repeat with the same key gets the first answer.' }] : [];

function bodyOf(route: Route): Part {
  if (route.body === undefined) return {};
  const content: Part = isRaw(route.body) ? { [route.body.raw]: { schema: {} } } : { 'application/json': { schema: plain(route.body) } };
  return { requestBody: { required: true, content } };
}

function success(route: Route): Part {
  if (isEmpty(route.response)) return { [String(route.response.empty)]: { description: route.response.empty === 302 ? 'Goes on elsewhere' : 'Done' } };
  const content: Part = isRaw(route.response) ? { [route.response.raw]: { schema: {} } } : { 'application/json': { schema: plain(route.response) } };
  return { [String(route.status ?? 200)]: { description: route.summary, content } };
}

/** Problems that any route may answer, those of its kind, and its own. */
function problems(route: Route, name: string): Part {
  const codes = new Set<ProblemCode>(['internal', 'unavailable', ...route.problems]);
  if (route.access !== 'anyone') for (const code of ['sign-in-required', 'forbidden'] as const) codes.add(code);
  if (name.includes(':')) codes.add('not-found');
  if (!name.startsWith('GET ') && route.access !== 'program') codes.add('origin-refused');
  if (route.query !== undefined) codes.add('invalid');
  if (route.body !== undefined) for (const code of ['malformed', 'invalid', 'too-large', 'unsupported-media-type'] as const) codes.add(code);
  if (route.idempotent === true) codes.add('key-reused');
  const byStatus = Map.groupBy(codes, (code) => String(problemStatus[code]));
  return Object.fromEntries([...byStatus].map(([status, list]) => [status, { description: list.join(', '), content: problemContent }]));
}
