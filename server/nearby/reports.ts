import { calendarOf } from '../../runtime/calendars.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { SpotRow } from '../../storage/tables/spots.ts';
import type { DossierState } from '../api/clock.ts';
import type { Followed } from '../api/nearby.ts';
import type { LocalText } from '../api/shape.ts';
import type { Package } from '../library/package.ts';
import type { Services } from '../services.ts';
import { dossierClock } from '../views/clock-view.ts';
import { packOf } from '../views/folder.ts';
import { citizenName } from '../views/step-name.ts';
import { followersOf } from './open-around.ts';
import { answerGiven, picturesShown } from './told.ts';

/** A report as others may know it, and what was answered, which is for those who follow. */
export interface Told { readonly report: Omit<Followed, 'since' | 'unread' | 'answer'>; readonly answer: Followed['answer'] }
interface Placed { readonly spot: SpotRow; readonly dossier: DossierRow }

/** What others may know of these dossiers, in their order. */
export async function reportsOf(tx: Transaction, services: Pick<Services, 'library' | 'store'>, placed: readonly Placed[], at: string): Promise<Told[]> {
  const followers = await followersOf(tx, placed.map(({ spot }) => spot));
  const steps = placed.length === 0 ? [] : await tx.tasks.find({ dossierId: { in: placed.map(({ dossier }) => dossier.id) }, status: 'open' }, { order: [['openedAt', 'asc'], ['token', 'asc']] });
  const reports: Told[] = [];
  for (const { spot, dossier } of placed) {
    const pack = await packOf(tx, services, dossier);
    const answer = answerGiven(pack, dossier, at);
    const report = {
      id: spot.id, procedure: { key: pack.procedure.key, name: pack.procedure.shortName }, kind: kindName(pack, spot.kind), submittedAt: dossier.submittedAt, state: dossier.state as DossierState,
      step: steps.filter(({ dossierId }) => dossierId === dossier.id).map(({ node }) => citizenName(pack.definition, node)).findLast((name) => name !== undefined) ?? null,
      clock: dossierClock(await calendarOf(services.store, tx, dossier.unitId), dossier, at, pack.procedure.dueSoon), followers: followers(spot.id), pictures: picturesShown(pack, dossier, at).map(({ file }) => file),
    };
    reports.push({ report, answer: answer && { text: answer.text, pictures: answer.pictures.map(({ file }) => file) } });
  }
  return reports;
}

/** The kind in the words of the question that asks for it. */
export function kindName({ procedure, forms }: Package, kind: string): LocalText | null {
  const question = procedure.spot?.kind;
  if (question === undefined) return null;
  return forms.get(procedure.forms.application)?.ui.fields[question]?.options?.find(({ value }) => value === kind)?.label ?? null;
}
