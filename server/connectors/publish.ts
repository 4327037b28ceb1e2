import type { Data, Json } from '../../engine/state.ts';
import type { Call, Connector, Hands, Outcome } from '../../runtime/connector.ts';
import type { AlertRow, AlertVersionRow } from '../../storage/tables/alerts.ts';
import { tellWatchers } from '../alerts/watchers.ts';
import { AlertContent } from '../api/alert.ts';
import { faultsOf } from '../http/validate.ts';

const acts = { publish: 'in-force', end: 'ended', expire: 'expired', cancel: 'cancelled' } as const;
type Act = keyof typeof acts;
const longestMinutes = 366 * 1_440;

/**
 * `publish { act, minutes?, content?, reason? }`: what the office tells everybody of something that is going on; one alert for each dossier. `"publish"` tells the
 * `content` (server/api/alert.ts) for so many `minutes`, and again when something changed; `"end"`, `"expire"` and `"cancel"`, perhaps with a
 * `reason`, close it. Only what was told so is public. Answers `{ id, version, until, at }`. A call that comes again tells nothing twice.
 */
export const publish: Connector = {
  kind: 'transactional',
  async within(call, hands) {
    const told = await hands.tx.alertVersions.first({ callKey: call.key });
    if (told !== undefined) return done(told);
    const { act, minutes = null, content = null, reason = null } = call.inputs;
    if (typeof act !== 'string' || !Object.hasOwn(acts, act)) return { failed: `expected "act" to be one of ${Object.keys(acts).join(', ')}, but it is ${JSON.stringify(act ?? null)}`, code: 'alert-act' };
    const known = await hands.tx.alerts.first({ dossierId: call.dossier.id }, { lock: 'wait' });
    if (known !== undefined && known.state !== 'in-force') return { failed: `expected an alert that is in force, but it was ${known.state} at ${known.closedAt}`, code: 'alert-over' };
    const why = reasonOf(reason);
    if (act === 'publish') return tell(call, hands, known, { minutes, content, reason: why });
    if (known === undefined) return { failed: `expected an alert to ${act}, but this dossier has published none`, code: 'alert-missing' };
    return close(call, hands, known, act as Exclude<Act, 'publish'>, why);
  },
};

interface Telling { readonly minutes: Json; readonly content: Json; readonly reason: AlertVersionRow['reason'] }

async function tell({ key, dossier, at }: Call, { tx, newId }: Hands, known: AlertRow | undefined, { minutes, content, reason }: Telling): Promise<Outcome> {
  if (typeof minutes !== 'number' || !Number.isInteger(minutes) || minutes < 1 || minutes > longestMinutes) return { failed: `expected "minutes" to be a whole number from 1 to ${longestMinutes}, but it is ${JSON.stringify(minutes)}`, code: 'alert-minutes' };
  const [fault, ...more] = faultsOf(AlertContent, content, 'en');
  if (fault !== undefined) return { failed: `expected an alert as everybody can read it, but ${[fault, ...more].map(({ path, message }) => `${path}: ${message}`).join(' ')}`, code: 'alert-content' };
  const { kind, level } = content as unknown as AlertContent;
  const untilAt = new Date(Date.parse(at) + minutes * 60_000).toISOString();
  const now = { version: (known?.version ?? 0) + 1, state: 'in-force', kind, level, updatedAt: at, untilAt, closedAt: null, content } as const;
  const id = known?.id ?? newId();
  if (known === undefined) await tx.alerts.insert({ id, dossierId: dossier.id, unitId: dossier.unitId, publishedAt: at, ...now });
  else await tx.alerts.setOne({ id }, now);
  return keep({ alertId: id, number: now.version, callKey: key, act: 'publish', at, untilAt, reason, content }, dossier, tx);
}

async function close({ key, dossier, at }: Call, { tx }: Hands, { id, version, content }: AlertRow, act: Exclude<Act, 'publish'>, reason: AlertVersionRow['reason']): Promise<Outcome> {
  await tx.alerts.setOne({ id }, { version: version + 1, state: acts[act], updatedAt: at, untilAt: at, closedAt: at });
  return keep({ alertId: id, number: version + 1, callKey: key, act, at, untilAt: at, reason, content }, dossier, tx);
}

async function keep(row: AlertVersionRow, dossier: Call['dossier'], tx: Hands['tx']): Promise<Outcome> {
  await tx.alertVersions.insert(row);
  await tellWatchers(tx, dossier, row);
  return done(row);
}

const done = ({ alertId, number, untilAt, at }: AlertVersionRow): Outcome => ({ done: { id: alertId, version: number, until: untilAt, at } });

function reasonOf(reason: Json): AlertVersionRow['reason'] {
  if (typeof reason === 'string' && reason !== '') return { vi: reason.slice(0, 1000), en: '' };
  const { vi, en } = (reason !== null && typeof reason === 'object' && !Array.isArray(reason) ? reason : {}) as Data;
  return typeof vi === 'string' && vi !== '' ? { vi: vi.slice(0, 1000), en: typeof en === 'string' ? en.slice(0, 1000) : '' } : null;
}
