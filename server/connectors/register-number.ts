import type { Connector } from '../../runtime/connector.ts';
import { calendarOf } from '../../runtime/calendars.ts';
import { toLocal } from '../../engine/calendar/zone.ts';
import { nextNumber } from '../../storage/tables/registers.ts';
import type { Services } from '../services.ts';

/** `register.number { register }`: the next number of the unit's register this year, without gaps. Answers `{ number, sequence, year, at }`, e.g. "07/GPXD": numbers under ten are led by a zero (server/documents/paper-rules.json, II.3.c). */
export function registerNumber({ store, library }: Pick<Services, 'store' | 'library'>): Connector {
  return {
    kind: 'transactional',
    async within(call, { tx, now }) {
      const name = typeof call.inputs['register'] === 'string' ? call.inputs['register'] : '';
      const register = (await library.version(tx, call.dossier.procedureHash))?.procedure.registers[name];
      if (register === undefined) return { failed: `expected a register of the procedure, but the step asks for "${name}"`, code: 'register-unknown' };
      const { zone } = await calendarOf(store, tx, call.dossier.unitId);
      const year = new Date(toLocal(zone, Date.parse(now))).getUTCFullYear();
      const sequence = await nextNumber(tx, call.dossier.unitId, name, String(year));
      return { done: { number: `${String(sequence).padStart(2, '0')}/${register.symbol}`, sequence, year, at: now } };
    },
  };
}
