import type { Data, Json } from '../../engine/state.ts';
import { procedureFacts } from '../../procedures/letters/local-facts.ts';
import type { Transaction } from '../../storage/store.ts';
import { settingsOf } from '../../storage/tables/unit-settings.ts';
import { inForce, type UnitRow } from '../../storage/tables/units.ts';
import { answerBy } from '../views/answer-by.ts';
import { applicationOf } from '../views/answer.ts';
import { checklistOf } from '../views/checklist.ts';
import { stepClock } from '../views/clock-view.ts';
import { dossierFiles } from '../views/files-view.ts';
import type { Folder } from '../views/folder.ts';
import { namesOf } from '../views/names.ts';
import { isSignedDigitally, type Signer } from './sign-paper.ts';
import { markOf, signatories } from './signer.ts';

export interface LetterFacts {
  readonly inputs: Data;
  readonly number: string | null;
  readonly issuedAt: string;
  readonly code: string;
  /** Who is acting, when a letter is previewed before the step is done. */
  readonly acting?: string;
  readonly phone: string;
  /** Every system outside is played: what it signs says so. */
  readonly simulated: boolean;
}

/** All that a letter's template may name: the dossier's data, and what the issuer adds (procedures/letters/fill.ts). */
export async function letterContext(tx: Transaction, folder: Folder, facts: LetterFacts): Promise<{ readonly context: Data; readonly capacity: string | null; readonly signer: Signer | null }> {
  const { dossier, pack, tasks, supplements } = folder;
  const unit = await unitRow(tx, dossier.unitId);
  const mark = markOf({ digital: isSignedDigitally(facts.inputs), simulated: facts.simulated });
  const { signer, actor, capacity, by } = await signatories(tx, tasks, unit, dossier.data, { ...facts, mark });
  const asked = supplements.at(-1);
  const context: Data = {
    ...dossier.data,
    // The row, not the data: a receipt is issued in the same breath in which the clock starts.
    dossier: { code: dossier.code, acceptedAt: dossier.acceptedAt, dueAt: dossier.dueAt },
    procedure: procedureFacts(pack.procedure, await settingsOf(tx, dossier.unitId, dossier.procedureKey, facts.issuedAt)),
    unit: await unitFacts(tx, unit, facts.phone, facts.issuedAt),
    letter: { number: facts.number, issuedAt: facts.issuedAt, code: facts.code },
    signer, actor,
    inputs: facts.inputs,
    supplement: asked === undefined ? null : {
      no: asked.number, respondBy: asked.respondBy ?? await wouldAnswerBy(tx, folder, facts.issuedAt),
      items: asked.items.map(({ label, remark }) => ({ label: label.vi, remark })),
    },
    papers: await papersOf(tx, folder),
    steps: await stepsOf(tx, folder),
  };
  return { context, capacity, signer: by };
}

/** The request is a paper before it is the citizen's step: their limit is counted as if the step opened with the paper. */
async function wouldAnswerBy(tx: Transaction, { dossier, pack, calendar }: Folder, at: string): Promise<string | null> {
  const [request] = await tx.supplements.find({ dossierId: dossier.id }, { order: [['number', 'desc']], limit: 1 });
  return request === undefined ? null : (answerBy(pack.definition, request.node, calendar, at)?.dueAt ?? null);
}

async function unitRow(tx: Transaction, id: string): Promise<UnitRow> {
  const unit = await tx.units.first({ id });
  if (unit === undefined) throw new Error(`expected the unit ${id} of a dossier, but there is none`);
  return unit;
}

const authority = ({ kind, name }: UnitRow): string => (kind === 'ward' || kind === 'city' ? `Ủy ban nhân dân ${name.vi}` : name.vi);

/** As the head of a paper writes it: capitals, the kind of authority on a line of its own. */
const inHead = (name: string): string => name.toUpperCase().replace(/^ỦY BAN NHÂN DÂN /, 'ỦY BAN NHÂN DÂN\n');

/** `unit` of a letter: its names as papers write them at that instant. */
export async function unitFacts(tx: Transaction, unit: UnitRow, phone: string, at: string): Promise<Data> {
  const parent = unit.parentId === null ? undefined : await tx.units.first({ id: unit.parentId });
  const counter = await tx.units.first({ parentId: unit.id, kind: 'one-stop', ...inForce(at) }, { order: [['id', 'asc']] });
  const name = authority(unit);
  return {
    name, upper: inHead(name), above: parent === undefined ? '' : inHead(authority(parent)),
    oneStop: counter?.name.vi ?? name, place: placeOfIssue(unit, parent), phone,
  };
}

/** A paper of a ward names the ward; one of an office of the city names the city. A name that is a number is written whole (paper-rules.json, II.4.a). */
const placeOfIssue = (unit: UnitRow, parent: UnitRow | undefined): string => (unit.kind === 'ward' || unit.kind === 'city' ? unit : (parent ?? unit)).name.vi.replace(/^(Phường|Xã|Đặc khu) (?!\d)/, '');

/** How a paper is handed in, as receipts say it. */
export const paperKinds: Readonly<Record<string, string>> = { form: 'Biểu mẫu điện tử', original: 'Bản chính', 'certified-copy': 'Bản chứng thực', 'plain-copy': 'Bản sao', electronic: 'Bản điện tử', 'from-database': 'Dữ liệu' };

async function papersOf(tx: Transaction, { dossier, pack, names }: Folder): Promise<Json> {
  const application = applicationOf(dossier.data);
  const rows = await tx.files.find({ dossierId: dossier.id });
  return checklistOf(pack.procedure.components, application, dossierFiles(dossier.data, rows, names), dossier.submittedAt)
    .filter(({ needed, present, byHand }) => needed && (present || byHand))
    .map(({ code, name, files }) => ({ name: name.vi, quantity: Math.max(1, files.length), kind: paperKinds[pack.procedure.components.find((one) => one.code === code)?.kind ?? ''] ?? 'Bản điện tử' }));
}

const verdicts: Readonly<Record<string, string>> = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn', within: 'Trong hạn', soon: 'Sắp đến hạn' };

async function stepsOf(tx: Transaction, { dossier, tasks, calendar, at }: Folder): Promise<Json> {
  const names = await namesOf(tx, tasks.map(({ unitId }) => unitId), tasks.map(({ closedBy, claimedBy }) => closedBy ?? claimedBy), dossier);
  return tasks.map((task) => ({
    name: task.name.vi, who: names.person(task.closedBy ?? task.claimedBy)?.name ?? names.unit(task.unitId).name.vi,
    openedAt: task.openedAt, completedAt: task.closedAt, verdict: verdicts[stepClock(calendar, task, at).verdict] ?? '',
  }));
}
