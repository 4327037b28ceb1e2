import type { Carry } from './effects.ts';
import { logOf } from '../log-kept.ts';

export const raiseIncident: Carry<'incident.raise'> = async (open, effect) => {
  const { row, now } = open;
  await open.tx.incidents.insert({
    dossierId: row.id, incident: effect.incident, token: effect.token, node: effect.node, code: effect.code, message: effect.message,
    unitId: row.unitId, raisedAt: now, resolvedAt: null, resolvedBy: null,
  });
  logOf(open.world, open.tx)('error', 'incident.raised', { dossier: row.id, node: effect.node, code: effect.code });
};

export const resolveIncident: Carry<'incident.resolve'> = async (open, effect, event) => {
  await open.tx.incidents.set({ dossierId: open.row.id, incident: effect.incident, resolvedAt: null }, { resolvedAt: open.now, resolvedBy: event.by });
};
