import type { StartInstance } from '../engine/event.ts';
import type { Start } from '../engine/started-by.ts';
import type { Data } from '../engine/state.ts';
import { isObject } from '../forms/field-path.ts';
import type { Transaction } from '../storage/store.ts';
import { folded } from '../storage/tables/dossiers.ts';
import type { DossierRow } from '../storage/tables/dossiers.ts';
import type { UnitRow } from '../storage/tables/units.ts';
import { nextDossierCode } from './dossier-code.ts';
import { localData } from './local-data.ts';
import { tell } from './news.ts';
import { dossierFacts } from './dossier-facts.ts';
import { advance, type Note, type OpenDossier } from './open-dossier.ts';
import type { RunnableProcedure } from './procedure.ts';
import type { Surroundings } from './runtime.ts';
import { saidBy } from './said-by.ts';
import { unborn } from './unborn.ts';

/** A dossier that nobody files: another one, time or a program outside begins it. */
export interface Birth {
  readonly id: string;
  readonly procedure: RunnableProcedure;
  readonly unit: UnitRow;
  readonly row: Pick<DossierRow, 'receivingUnitId' | 'applicantAccount' | 'applicantName' | 'applicantPhone' | 'subject' | 'channel'>;
  /** The start event, with the keys beside the message that it waited for, and when it happened. */
  readonly start: (Start & Pick<StartInstance, 'keys'>) | undefined;
  readonly at: string;
  readonly by: string;
  /** The person of the office who began it at the desk. */
  readonly begunBy?: string;
  /** Who has had it tried again, after it could not begin: it is their deed, of what another said. */
  readonly retriedBy?: string | null;
  readonly data: Data;
  readonly about: NonNullable<Note['about']>;
}

/** The dossier gets its code, and its process starts; whoever begins it saves it. */
export async function beginDossier(world: Surroundings, tx: Transaction, { id, procedure, unit, start, at, by, data, about, ...birth }: Birth): Promise<OpenDossier> {
  const code = await nextDossierCode(world.store, tx, unit, at);
  const { applicantName, subject } = birth.row;
  const row: DossierRow = {
    ...birth.row, ...unborn(at), begunBy: birth.begunBy ?? null, id, code, unitId: unit.id, procedureKey: procedure.key, procedureHash: procedure.hash,
    search: folded([code, applicantName, subject].filter(Boolean).join(' ')),
  };
  await tx.dossiers.insert(row);
  const open: OpenDossier = { world, tx, now: world.now(), procedure, row, saved: row, tasks: [], due: [] };
  await tell(open, 'begun', 'begun', { from: isObject(data['origin']) ? (data['origin']['code'] ?? null) : null });
  await advance(open, { kind: 'begin', ...saidBy(by, about, birth.retriedBy) }, [{ type: 'start', at, by, data: { ...data, ...(await localData(tx, procedure, unit.id, at)), dossier: dossierFacts(row) }, ...start }]);
  return open;
}
