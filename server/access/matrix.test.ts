import { strict as assert } from 'node:assert';
import { routes, type RouteName } from '../api/routes.ts';
import { checks, conditions, doStep, fileHouse, smallPdf, upload } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

// Who may do what: a stated verdict for every route and every kind of person.
const personas = {
  nobody: undefined, owner: 'congdan1', neighbour: 'congdan2', receptionist: 'tiepnhan', handler: 'thuly', head: 'truongphong', signer: 'lanhdao', clerk: 'vanthu',
  cashier: 'thuquy', returner: 'traketqua', consulted: 'pccc', elsewhere: 'tiepnhan2', former: 'disan', designer: 'thietke', admin: 'quantri',
} as const;
type Persona = keyof typeof personas;
const all = Object.keys(personas) as Persona[];
const citizens: readonly Persona[] = ['owner', 'neighbour'];
/** Of the ward that handles the dossier, whatever their role. */
const ward: readonly Persona[] = ['receptionist', 'handler', 'head', 'signer', 'clerk', 'returner'];
/** Signed in with a role that is in force; `former` has none any more. */
const staff: readonly Persona[] = [...ward, 'cashier', 'consulted', 'elsewhere', 'designer', 'admin'];
const account = all.filter((persona) => persona !== 'nobody');

interface Row {
  /** Reach it: any answer but 401, 403 and 404. */
  readonly may: readonly Persona[];
  /** May call it, but not for this one: 404, exactly as for an id that does not exist. Everyone else: 401 or 403. */
  readonly foreign?: readonly Persona[];
  /** May read it but not do this: 403. */
  readonly denied?: readonly Persona[];
  /** Their session opens nothing here: 401. */
  readonly unknown?: readonly Persona[];
  readonly path?: (known: Known) => string;
  readonly body?: unknown;
  readonly form?: true;
}
interface Known { readonly dossier: string; readonly task: string; readonly draft: string; readonly spare: string; readonly file: string; readonly letter: string; readonly payment: string; readonly reference: string; readonly code: string }

const version = { expectedVersion: 999_999 };
const key = 'construction-permit-house';
const moving = { expectedVersion: 999_999, cancel: [], begin: [], reason: 'thử' };
const transfer = { from: '0'.repeat(64), to: '1'.repeat(64), mapping: {} };
const areaSaid = { code: 'X', kind: 'group', name: { vi: 'Thử', en: 'Try' }, outline: { type: 'Polygon', coordinates: [] }, validFrom: '2026-01-01' };
const householdSaid = { code: 'X', address: 'Thử', head: null, members: null, latitude: 9.9, longitude: 107.3, validFrom: '2026-01-01' };
const personSaid = { name: 'Thử', birth: null, relation: null };
const others = (may: readonly Persona[], among: readonly Persona[]): Persona[] => among.filter((persona) => !may.includes(persona));
const open = { may: all };
const ownersOnly = (path: (known: Known) => string, body?: unknown): Row => ({ may: ['owner'], foreign: ['neighbour'], path, ...(body === undefined ? {} : { body }) });
const readers: readonly Persona[] = ['owner', ...ward];
const reading = (path: (known: Known) => string, body?: unknown): Row => ({ may: readers, foreign: others(readers, account), path, ...(body === undefined ? {} : { body }) });
const designing = (path: string, body?: unknown): Row => ({ may: ['designer', 'admin'], path: () => path, ...(body === undefined ? {} : { body }) });

const matrix: Readonly<Record<RouteName, Row>> = {
  'GET /api/session': open,
  'GET /api/session/options': open,
  'POST /api/session': { ...open, body: { username: '', password: '' } },
  'POST /api/session/password': { may: account, body: { current: 'x', next: 'y' } },
  'DELETE /api/session': { may: ['nobody'] },
  'GET /api/session/openid': { may: [], foreign: all },
  'GET /api/session/openid/answer': { may: [], foreign: all },
  'GET /api/app': open,
  'GET /manifest.webmanifest': open,
  'GET /api/procedures': open,
  'GET /api/procedures/:key': { ...open, path: () => `/api/procedures/${key}` },
  'POST /api/procedures/:key/guide': { ...open, path: () => `/api/procedures/${key}/guide`, body: { answers: {} } },
  'GET /api/procedures/:key/forms/:form': { ...open, path: () => `/api/procedures/${key}/forms/application` },
  'GET /api/procedures/:key/forms/:form/validator.js': { ...open, path: () => `/api/procedures/${key}/forms/guide/validator.js` },
  'GET /api/procedures/:key/resources/:name': { ...open, path: () => `/api/procedures/${key}/resources/so-do-vi-tri-mau.svg` },
  'GET /api/units': open,
  'GET /api/map': { ...open, path: () => '/api/map?latitude=10.77&longitude=106.7' },
  'GET /api/planning': open,
  'GET /api/planning/look-up': { ...open, path: () => '/api/planning/look-up?address=x' },
  'GET /api/planning/layers': { may: ['admin'] },
  'POST /api/organisation': { may: ['admin'], body: { check: true } },
  'POST /api/planning/layers': { may: ['admin'], path: () => '/api/planning/layers?layer=x&kind=zone&title=x&validFrom=2026-01-01&source=x&sourceDate=2026-01-01', body: 'not GeoJSON' },
  'GET /api/postings': open,
  'GET /api/postings.rss': open,
  'GET /api/alerts': open,
  'GET /api/alerts.rss': open,
  'GET /api/alerts.geojson': open,
  'GET /api/alerts/:id': { may: [], foreign: all, path: () => '/api/alerts/none' },
  'GET /api/alerts/:id/cap.xml': { may: [], foreign: all, path: () => '/api/alerts/none/cap.xml' },
  'GET /api/account/messages': { may: citizens },
  'PUT /api/account/messages': { may: citizens, body: { channel: 'sms', phone: '0900000001', consent: true } },
  'GET /api/push': { may: account },
  'PUT /api/push/devices': { may: account, body: { endpoint: 'https://fcm.googleapis.com/fcm/send/x', keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }, language: 'vi' } },
  'POST /api/push/devices/here': { may: account, body: { endpoint: 'https://fcm.googleapis.com/fcm/send/x', language: 'vi' } },
  'DELETE /api/push/devices/:id': { may: [], foreign: account, path: () => '/api/push/devices/none' },
  'GET /api/watches': { may: citizens },
  'POST /api/watches': { may: citizens, body: { name: 'Nhà', unit: 'ward-99001' } },
  'DELETE /api/watches/:id': { may: [], foreign: citizens, path: () => '/api/watches/none' },
  'PUT /api/watches/read': { may: citizens, body: { until: '2026-11-19T02:00:00.000Z' } },
  'GET /api/open-data/clock': open,
  'GET /api/open-data/clock.csv': open,
  'GET /api/drafts': { may: citizens },
  'POST /api/drafts': { may: citizens, body: { procedure: key } },
  'GET /api/drafts/:id': ownersOnly(({ draft }) => `/api/drafts/${draft}`),
  'PUT /api/drafts/:id': ownersOnly(({ draft }) => `/api/drafts/${draft}`, { revision: 999, data: {} }),
  'DELETE /api/drafts/:id': ownersOnly(({ spare }) => `/api/drafts/${spare}`),
  'POST /api/drafts/:id/check': ownersOnly(({ draft }) => `/api/drafts/${draft}/check`),
  'POST /api/drafts/:id/file': ownersOnly(({ draft }) => `/api/drafts/${draft}/file`, { revision: 999, declared: true }),
  'GET /api/drafts/:id/look-ups': ownersOnly(({ draft }) => `/api/drafts/${draft}/look-ups`),
  'GET /api/drafts/:id/nearby': ownersOnly(({ draft }) => `/api/drafts/${draft}/nearby`),
  'GET /api/nearby/:id/pictures/:picture': { may: [], foreign: citizens, path: () => '/api/nearby/none/pictures/none' },
  'POST /api/nearby/:id/follow': { may: [], foreign: citizens, path: () => '/api/nearby/none/follow' },
  'DELETE /api/nearby/:id/follow': { may: [], foreign: citizens, path: () => '/api/nearby/none/follow' },
  'GET /api/follows': { may: citizens },
  'PUT /api/follows/read': { may: citizens, body: { seen: [] } },
  'POST /api/files': { may: ['owner'], foreign: others(['owner'], account), path: ({ draft }) => `/api/files?draft=${draft}&field=papers.landPaper`, form: true },
  'GET /api/files/:id': reading(({ file }) => `/api/files/${file}`),
  'GET /api/dossiers': { may: citizens },
  'GET /api/dossiers/:id': ownersOnly(({ dossier }) => `/api/dossiers/${dossier}`),
  'POST /api/dossiers/:id/withdraw': ownersOnly(({ dossier }) => `/api/dossiers/${dossier}/withdraw`, { ...version, reason: 'thử' }),
  'POST /api/dossiers/:id/rating': ownersOnly(({ dossier }) => `/api/dossiers/${dossier}/rating`, { score: 3 }),
  'GET /api/dossiers/:id/messages': reading(({ dossier }) => `/api/dossiers/${dossier}/messages`),
  'PUT /api/dossiers/:id/messages/read': reading(({ dossier }) => `/api/dossiers/${dossier}/messages/read`, { until: '2026-11-19T02:00:00.000Z' }),
  'POST /api/dossiers/:id/messages': reading(({ dossier }) => `/api/dossiers/${dossier}/messages`, { text: 'thử' }),
  'GET /api/dossiers/:id/record': reading(({ dossier }) => `/api/dossiers/${dossier}/record`),
  'GET /api/payments/:id': ownersOnly(({ payment }) => `/api/payments/${payment}`),
  'POST /api/payments/:id/start': ownersOnly(({ payment }) => `/api/payments/${payment}/start`),
  // Whoever has no key of the bank's is refused, whoever they are.
  'GET /api/payments/callbacks/:provider': { may: [], denied: all, path: () => '/api/payments/callbacks/simulated?a=1' },
  'POST /api/payments/callbacks/:provider': { may: [], denied: all, path: () => '/api/payments/callbacks/simulated', body: {} },
  // The simulated bank has a page of its own, and no code.
  'GET /pay/:reference': { may: [], foreign: all, path: ({ reference }) => `/pay/${reference}` },
  // Whoever does not wait for it, or has no key of the system's, is refused, whoever they are.
  'POST /api/connectors/answers/:job': { may: [], denied: all, path: () => '/api/connectors/answers/none_1', body: {} },
  // Nothing comes in from a portal here, and none is played: server/intake/intake.test.ts.
  'POST /api/intake/:provider/dossiers': { may: [], foreign: all, path: () => '/api/intake/national-portal/dossiers', body: {} },
  'GET /national-portal': { may: [], foreign: all },
  'POST /national-portal': { may: [], foreign: all, body: new URLSearchParams({ sample: '0' }) },
  'GET /bank/:reference': { ...open, path: ({ reference }) => `/bank/${reference}` },
  'POST /bank/:reference': { ...open, path: ({ reference }) => `/bank/${reference}`, body: new URLSearchParams({ decision: 'cancel' }) },
  'GET /api/tasks': { may: staff },
  'GET /api/tasks/:id': { may: ['receptionist', 'returner'], foreign: others(['receptionist', 'returner'], account), path: ({ task }) => `/api/tasks/${task}` },
  'POST /api/tasks/:id/claim': { may: ['receptionist'], denied: ['returner'], foreign: others(['receptionist', 'returner'], staff), path: ({ task }) => `/api/tasks/${task}/claim`, body: version },
  'POST /api/tasks/:id/release': { may: [], denied: ['receptionist', 'returner'], foreign: others(['receptionist', 'returner'], staff), path: ({ task }) => `/api/tasks/${task}/release`, body: version },
  'POST /api/tasks/:id/assign': { may: [], denied: ['receptionist', 'returner'], foreign: others(['receptionist', 'returner'], staff), path: ({ task }) => `/api/tasks/${task}/assign`, body: { ...version, account: 'account-tiepnhan' } },
  'POST /api/tasks/:id/complete': { may: ['receptionist'], denied: ['returner'], foreign: others(['receptionist', 'returner'], account), path: ({ task }) => `/api/tasks/${task}/complete`, body: { ...version, data: {} } },
  'POST /api/tasks/:id/raise': { may: ['receptionist'], denied: ['returner'], foreign: others(['receptionist', 'returner'], account), path: ({ task }) => `/api/tasks/${task}/raise`, body: { ...version, kind: 'error', code: 'x', reason: 'thử' } },
  'POST /api/tasks/:id/letters/:letter/preview': { may: [], denied: ['returner'], foreign: others(['returner'], staff), path: ({ task }) => `/api/tasks/${task}/letters/permit/preview`, body: { data: {} } },
  'GET /api/desk/beginnings': { may: staff },
  'GET /api/desk/begun': { may: staff },
  'POST /api/desk/dossiers': { may: [], foreign: staff, body: { procedure: key, unit: 'ward-99001', data: {} } },
  'GET /api/desk/dossiers': { may: staff },
  'GET /api/desk/dossiers/:id': { may: ward, foreign: others(ward, staff), path: ({ dossier }) => `/api/desk/dossiers/${dossier}` },
  'GET /api/desk/dossiers/:id/place': { may: ward, foreign: others(ward, staff), path: ({ dossier }) => `/api/desk/dossiers/${dossier}/place` },
  'GET /api/desk/dossiers/:id/control-sheet': { may: ward, foreign: others(ward, staff), path: ({ dossier }) => `/api/desk/dossiers/${dossier}/control-sheet` },
  'POST /api/desk/dossiers/:id/notes': { may: ward, foreign: others(ward, staff), path: ({ dossier }) => `/api/desk/dossiers/${dossier}/notes`, body: { text: 'thử' } },
  'GET /api/desk/duty': { may: staff },
  'GET /api/desk/shifts': { may: staff },
  'POST /api/desk/shifts': { may: ['head'], foreign: others(['head'], staff), body: { unit: 'ward-99001', person: 'account-thuly', from: '2026-11-19T02:00:00.000Z', to: '2026-11-19T10:00:00.000Z' } },
  'DELETE /api/desk/shifts/:id': { may: [], foreign: staff, path: () => '/api/desk/shifts/none' },
  'GET /api/areas': { may: staff },
  'GET /api/areas/:id': { may: [], foreign: staff, path: () => '/api/areas/none' },
  'POST /api/areas': { may: [], foreign: staff, body: { unit: 'ward-99002', ...areaSaid } },
  'POST /api/areas/import': { may: staff, path: () => '/api/areas/import?unit=ward-99002&what=areas&validFrom=2026-01-01', body: 'not GeoJSON' },
  'PUT /api/areas/:id': { may: [], foreign: staff, path: () => '/api/areas/none', body: areaSaid },
  'POST /api/areas/:id/end': { may: [], foreign: staff, path: () => '/api/areas/none/end', body: { day: null } },
  'POST /api/households': { may: [], foreign: staff, body: { unit: 'ward-99002', ...householdSaid } },
  'GET /api/households/:id': { may: [], foreign: staff, path: () => '/api/households/none' },
  'PUT /api/households/:id': { may: [], foreign: staff, path: () => '/api/households/none', body: householdSaid },
  'POST /api/households/:id/end': { may: [], foreign: staff, path: () => '/api/households/none/end', body: { day: null } },
  'POST /api/households/persons': { may: [], foreign: staff, body: { unit: 'ward-99002', persons: [{ household: 'X', ...personSaid }] } },
  'POST /api/households/:id/persons': { may: [], foreign: staff, path: () => '/api/households/none/persons', body: personSaid },
  'PUT /api/households/:id/persons/:person': { may: [], foreign: staff, path: () => '/api/households/none/persons/none', body: personSaid },
  'DELETE /api/households/:id/persons/:person': { may: [], foreign: staff, path: () => '/api/households/none/persons/none' },
  'DELETE /api/households/:id/people': { may: [], foreign: staff, path: () => '/api/households/none/people' },
  'GET /api/letters/:id': reading(({ letter }) => `/api/letters/${letter}`),
  'POST /api/track': { may: [], foreign: all, body: { code: 'H29.990-000000-0000', lastDigits: '0000' } },
  'GET /api/verify/:code': { ...open, path: ({ code }) => `/api/verify/${code}` },
  'GET /api/designer/procedures': designing('/api/designer/procedures'),
  'POST /api/designer/procedures': designing('/api/designer/procedures', { key, name: { vi: 'Thử', en: 'Try' }, from: { template: 'blank' } }),
  'POST /api/designer/elsewhere/examine': designing('/api/designer/elsewhere/examine', { files: [{ name: 'a.bpmn', text: 'x' }] }),
  'POST /api/designer/procedures/import': designing('/api/designer/procedures/import', 'not a zip'),
  'GET /api/designer/templates': designing('/api/designer/templates'),
  'GET /api/designer/connectors': designing('/api/designer/connectors'),
  'GET /api/designer/procedures/:key/export': designing(`/api/designer/procedures/${key}/export`),
  'GET /api/designer/procedures/:key': designing(`/api/designer/procedures/${key}`),
  'GET /api/designer/procedures/:key/file': designing(`/api/designer/procedures/${key}/file?path=process.bpmn`),
  'GET /api/designer/procedures/:key/texts': designing(`/api/designer/procedures/${key}/texts`),
  'PUT /api/designer/procedures/:key/draft': designing(`/api/designer/procedures/${key}/draft`, { revision: 999, files: [{ path: 'README.md', text: 'x' }] }),
  'GET /api/designer/procedures/:key/compare': { may: [], foreign: ['designer', 'admin'], path: () => `/api/designer/procedures/${key}/compare?from=${'0'.repeat(64)}` },
  'DELETE /api/designer/procedures/:key/coming/:version': { may: [], foreign: ['designer', 'admin'], path: () => `/api/designer/procedures/${key}/coming/${'0'.repeat(64)}` },
  'POST /api/designer/procedures/:key/restore': { may: [], foreign: ['designer', 'admin'], path: () => `/api/designer/procedures/${key}/restore`, body: { revision: 0, version: '0'.repeat(64) } },
  'DELETE /api/designer/procedures/:key/draft': designing(`/api/designer/procedures/${key}/draft`),
  'POST /api/designer/procedures/:key/check': designing(`/api/designer/procedures/${key}/check`, {}),
  'POST /api/designer/procedures/:key/test': designing(`/api/designer/procedures/${key}/test`, {}),
  'GET /api/designer/procedures/:key/calls': designing(`/api/designer/procedures/${key}/calls`),
  'POST /api/designer/procedures/:key/calls/take': designing(`/api/designer/procedures/${key}/calls/take`, { revision: 999_999 }),
  'GET /api/designer/procedures/:key/adoption': designing(`/api/designer/procedures/${key}/adoption`),
  'POST /api/designer/procedures/:key/adoption/take': designing(`/api/designer/procedures/${key}/adoption/take`, { revision: 999_999, version: '0'.repeat(64), choices: [] }),
  'GET /api/designer/procedures/:key/counts': designing(`/api/designer/procedures/${key}/counts`),
  'POST /api/designer/procedures/:key/in-flight': designing(`/api/designer/procedures/${key}/in-flight`, { mapping: {} }),
  'POST /api/designer/procedures/:key/publish': designing(`/api/designer/procedures/${key}/publish`, { revision: 999 }),
  'POST /api/designer/procedures/:key/letters/:letter/try': designing(`/api/designer/procedures/${key}/letters/receipt/try`, {}),
  'GET /api/designer/procedures/:key/history': designing(`/api/designer/procedures/${key}/history`),
  'POST /api/designer/procedures/:key/replay': designing(`/api/designer/procedures/${key}/replay`, { last: 3 }),
  'POST /api/designer/procedures/:key/trial': designing(`/api/designer/procedures/${key}/trial`, {}),
  // Another's trial is as one that never was: server/trial/trial.test.ts.
  'GET /api/designer/trials/:id': { may: [], foreign: ['designer', 'admin'], path: () => '/api/designer/trials/none' },
  'POST /api/designer/trials/:id/advance': { may: [], foreign: ['designer', 'admin'], path: () => '/api/designer/trials/none/advance', body: { next: true } },
  'POST /api/designer/trials/:id/scenario': { may: [], foreign: ['designer', 'admin'], path: () => '/api/designer/trials/none/scenario', body: { dossier: 'none', name: { vi: 'Thử', en: 'Try' } } },
  'DELETE /api/designer/trials/:id': { may: [], foreign: ['designer', 'admin'], path: () => '/api/designer/trials/none' },
  'POST /api/designer/forms/try': designing('/api/designer/forms/try', { form: {}, data: {} }),
  // People have no tokens; what programs may do stands in server/jobs.test.ts.
  'POST /api/jobs/take': { may: [], unknown: account, body: { topics: ['x'], seconds: 60, most: 1 } },
  'POST /api/messages': { may: [], unknown: account, body: { name: 'x' } },
  'POST /api/signals': { may: [], unknown: account, body: { name: 'x' } },
  'POST /api/conditions': { may: [], unknown: account, body: { data: {} } },
  'POST /api/jobs/:id/complete': { may: [], unknown: account, path: () => '/api/jobs/none/complete', body: { fence: 1 } },
  'POST /api/jobs/:id/fail': { may: [], unknown: account, path: () => '/api/jobs/none/fail', body: { fence: 1, message: 'x' } },
  'POST /api/jobs/:id/extend': { may: [], unknown: account, path: () => '/api/jobs/none/extend', body: { fence: 1, seconds: 60 } },
  'GET /api/incidents': { may: ['admin'] },
  'POST /api/incidents/:id/retry': { may: [], foreign: ['admin'], path: () => '/api/incidents/none_1/retry', body: {} },
  'POST /api/incidents/:id/skip': { may: [], foreign: ['admin'], path: () => '/api/incidents/none_1/skip', body: { reason: 'thử' } },
  'POST /api/failures/:failure/retry': { may: [], foreign: ['admin'], path: () => '/api/failures/start_bm9uZQ/retry' },
  'POST /api/failures/:failure/skip': { may: [], foreign: ['admin'], path: () => '/api/failures/start_bm9uZQ/skip', body: { reason: 'thử' } },
  'GET /api/outside-work': { may: ['admin'] },
  'POST /api/outside-work/:id/release': { may: [], foreign: ['admin'], path: () => '/api/outside-work/none/release', body: { reason: 'thử' } },
  'POST /api/outside-work/:id/complete': { may: [], foreign: ['admin'], path: () => '/api/outside-work/none/complete', body: { reason: 'thử' } },
  'POST /api/outside-work/:id/fail': { may: [], foreign: ['admin'], path: () => '/api/outside-work/none/fail', body: { reason: 'thử', error: 'E' } },
  'GET /api/dossiers/:id/process': { may: ['admin'], path: ({ dossier }) => `/api/dossiers/${dossier}/process` },
  'POST /api/dossiers/:id/move/preview': { may: ['admin'], path: ({ dossier }) => `/api/dossiers/${dossier}/move/preview`, body: moving },
  'POST /api/dossiers/:id/move': { may: ['admin'], path: ({ dossier }) => `/api/dossiers/${dossier}/move`, body: moving },
  'GET /api/desk/money': { may: staff },
  'POST /api/desk/money/:id': { may: ['cashier', 'signer'], foreign: others(['cashier', 'signer'], staff), path: ({ payment }) => `/api/desk/money/${payment}`, body: { act: 'aside', note: 'thử' } },
  'POST /api/desk/refunds/:id': { may: [], foreign: staff, path: () => '/api/desk/refunds/none', body: { decision: 'approve', note: '' } },
  'POST /api/desk/dossiers/:id/steps': { may: ward, foreign: others(ward, staff), path: ({ dossier }) => `/api/desk/dossiers/${dossier}/steps`, body: { node: 'none' } },
  'GET /api/designer/procedures/:key/transfers': { may: ['admin'], path: () => `/api/designer/procedures/${key}/transfers` },
  'POST /api/designer/procedures/:key/transfers/examine': { may: [], foreign: ['admin'], path: () => `/api/designer/procedures/${key}/transfers/examine`, body: transfer },
  'POST /api/designer/procedures/:key/transfers': { may: [], foreign: ['admin'], path: () => `/api/designer/procedures/${key}/transfers`, body: { ...transfer, reason: 'thử', confirmed: false } },
  'POST /api/designer/procedures/:key/transfers/:id/undo': { may: [], foreign: ['admin'], path: () => `/api/designer/procedures/${key}/transfers/none/undo`, body: { reason: 'thử' } },
  'GET /api/calendars': { may: ['admin'] },
  'POST /api/calendars/:id/examine': { may: ['admin'], path: () => '/api/calendars/hcmc/examine', body: { data: {} } },
  'PUT /api/calendars/:id': { may: ['admin'], path: () => '/api/calendars/hcmc', body: { revision: 999, data: {}, note: 'thử' } },
  'GET /api/roles': { may: staff },
  'GET /api/people': { may: ['admin'] },
  'GET /api/level-delegations': { may: ['admin'] },
  'POST /api/level-delegations': { may: ['admin'], path: () => '/api/level-delegations', body: { procedure: 'none', fromKind: 'a', toKind: 'b', document: '1/QĐ', from: '2026-11-19T02:00:00.000Z', to: null } },
  'GET /api/units/:id/settings': { may: ['signer', 'admin'], foreign: others(['signer', 'admin'], staff), path: () => '/api/units/ward-99001/settings' },
  'POST /api/units/:id/settings': { may: ['signer', 'admin'], foreign: others(['signer', 'admin'], staff), path: () => '/api/units/ward-99001/settings', body: { procedure: null, name: 'hours', value: { vi: 'Thử', en: 'Try' }, document: null, from: '2026-11-19T02:00:00.000Z' } },
  'POST /api/level-delegations/:id/end': { may: [], foreign: ['admin'], path: () => '/api/level-delegations/none/end', body: { at: '2026-11-19T02:00:00.000Z', note: 'thử' } },
  'POST /api/people/:id/roles': { may: [], foreign: ['admin'], path: () => '/api/people/none/roles', body: { role: 'clerk', unit: 'city', from: '2026-11-19T02:00:00.000Z', to: null } },
  'POST /api/people/:id/password': { may: [], foreign: ['admin'], path: () => '/api/people/none/password' },
  'POST /api/roles/:id/end': { may: [], foreign: ['admin'], path: () => '/api/roles/none/end', body: { at: '2026-11-19T02:00:00.000Z', note: 'thử' } },
  'GET /api/events': { may: account },
  'GET /api/openapi.json': open,
  'GET /healthz': open,
};

describe('who may do what', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let known: Known;
  const people = new Map<Persona, Visitor>();

  before(async () => {
    house = await runHouse();
    for (const persona of all) {
      if (persona !== 'nobody') people.set(persona, await house.visitor(personas[persona]));
    }
    // Left the office an hour ago, with a session still open.
    await house.store.transaction((tx) => tx.roleAssignments.update({ accountId: 'account-disan' }, { validTo: '2026-11-19T01:00:00.000Z' }));
    known = await prepare(house);
  });
  after(() => house.stop());

  const ask = async (persona: Persona, name: RouteName, row: Row, values: Known): Promise<{ status: number; problem: string }> => {
    const [method = '', plain = ''] = name.split(' ');
    const visitor = people.get(persona) ?? (await house.visitor());
    const form = new FormData();
    form.append('file', smallPdf(), 'a.pdf');
    const body = row.form === true ? form : row.body;
    const answer = await visitor.fetch(method, row.path?.(values) ?? plain, body === undefined ? {} : { body });
    if (answer.headers.get('content-type')?.includes('event-stream')) {
      await answer.body?.cancel();
      return { status: answer.status, problem: '' };
    }
    return { status: answer.status, problem: (await answer.text()).replace(/"requestId":"[^"]*"/, '') };
  };

  it('has a row for every route', () => assert.deepEqual(Object.keys(matrix).toSorted(), Object.keys(routes).toSorted()));

  for (const name of Object.keys(routes) as RouteName[]) {
    it(name, async () => {
      const row = matrix[name];
      // Those who may come last: what they do changes things.
      const order = all.toSorted((one, other) => Number(row.may.includes(one)) - Number(row.may.includes(other)));
      for (const persona of order) {
        if (name === 'DELETE /api/session' && persona !== 'nobody') continue;
        const { status, problem } = await ask(persona, name, row, known);
        const said = `${persona}: ${status} ${problem.slice(0, 300)}`;
        assert.ok(status < 500, said);
        if (row.may.includes(persona)) assert.ok(name === 'POST /api/session' || ![401, 403, 404].includes(status), said);
        else if (row.denied?.includes(persona) === true) assert.equal(status, 403, said);
        else if (row.foreign?.includes(persona) === true) {
          assert.equal(status, 404, said);
          if (row.path === undefined) continue;
          const random = Object.fromEntries(Object.keys(known).map((part) => [part, 'zzzzzzzzzzzzzzzz'])) as unknown as Known;
          assert.deepEqual(await ask(persona, name, row, random), { status, problem }, `${persona} can tell a foreign one from none`);
        } else assert.equal(status, persona === 'nobody' || row.unknown?.includes(persona) === true ? 401 : 403, said);
      }
    });
  }

  it('forgets a signed-in account at once when it is closed', async () => {
    const clerk = await house.visitor('vanthu');
    assert.equal((await clerk.json('GET', '/api/tasks')).status, 200);
    await house.store.transaction((tx) => tx.accounts.update({ id: 'account-vanthu' }, { active: false }));
    assert.equal((await clerk.json('GET', '/api/tasks')).status, 401);
  });
});

/** One dossier with a letter and a payment, one that waits for reception, and a draft, all of the same owner. */
async function prepare(house: RunningHouse): Promise<Known> {
  const owner = await house.visitor('congdan1');
  const { dossier } = await fileHouse(house, owner);
  await house.work();
  await doStep(house, await house.visitor('tiepnhan'), dossier, 'reception', { checks, outcome: 'accept', feeWaived: false });
  await doStep(house, await house.visitor('truongphong'), dossier, 'assign', { handler: 'account-thuly' });
  const handler = await house.visitor('thuly');
  await doStep(house, handler, dossier, 'examine', { conditions, outcome: 'ok' });
  await doStep(house, handler, dossier, 'draft', { result: 'permit', permit: { redLine: 'a', buildingLine: 'b', groundLevel: 1 } });
  await doStep(house, await house.visitor('truongphong'), dossier, 'review', { outcome: 'approve' });
  await doStep(house, await house.visitor('lanhdao'), dossier, 'sign', { outcome: 'sign', capacity: 'TM' });
  await doStep(house, await house.visitor('vanthu'), dossier, 'number', { drawingsStamped: true });
  const second = await fileHouse(house, owner);
  await house.work();
  const draft = (await owner.done('POST', '/api/drafts', { procedure: key })) as unknown as { id: string };
  const spare = (await owner.done('POST', '/api/drafts', { procedure: key })) as unknown as { id: string };
  await upload(owner, `draft=${draft.id}&field=papers.landPaper`, ['a.pdf', smallPdf()]);
  return house.store.read(async (tx) => {
    const letter = await tx.letters.first({ dossierId: dossier, letter: 'receipt' });
    const payment = await tx.payments.first({ dossierId: dossier });
    const task = await tx.tasks.first({ dossierId: second.dossier, node: 'reception' });
    const file = await tx.files.first({ dossierId: dossier });
    return { dossier, draft: draft.id, spare: spare.id, task: task?.id ?? '', file: file?.id ?? '', letter: letter?.id ?? '', payment: payment?.id ?? '', reference: payment?.reference ?? '', code: letter?.verifyCode ?? '' };
  });
}
