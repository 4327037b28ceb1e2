import type { Transaction } from '../../storage/store.ts';
import type { Actor } from '../access/actor.ts';
import type { DossierState } from '../api/clock.ts';
import type { DeskDossier, Opinion, StepDone } from '../api/desk.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import { deskNearby } from '../nearby/desk-nearby.ts';
import { adHocView } from './ad-hoc-view.ts';
import { answerOf, applicationOf } from './answer.ts';
import { answersView } from './answers-view.ts';
import { awaitedView } from './awaited-view.ts';
import { checklistOf } from './checklist.ts';
import { dossierClock, stepClock, timeUsed } from './clock-view.ts';
import { applicantOf, deliveryOf, stateSince } from './dossier-view.ts';
import { dossierFiles } from './files-view.ts';
import type { Folder, Shelf } from './folder.ts';
import { historyEntry, reasonsIn } from './history.ts';
import { incidentView } from './incident-view.ts';
import { letterView } from './letter-view.ts';
import { linkedView } from './linked-view.ts';
import { lookUpsView } from './look-ups-view.ts';
import { namesOf, type Names } from './names.ts';
import { openQuestions } from './open-questions.ts';
import { namedByRound } from './round.ts';
import { barredFrom, standingOf } from './task-view.ts';
import { turnAtDesk } from './timeline.ts';
import { unreadBy } from './unread.ts';

/** Everything about one dossier for those who work on it. */
export async function deskView(tx: Transaction, services: Shelf, folder: Folder, actor: Actor): Promise<DeskDossier> {
  const { dossier, pack, calendar, tasks, at } = folder;
  const here = { dossierId: dossier.id };
  const [journal, fileRows, incidents, notes, unread] = await Promise.all([
    tx.journal.find(here, { order: [['seq', 'asc']] }),
    tx.files.find(here, { order: [['createdAt', 'asc']] }),
    tx.incidents.find(here, { order: [['raisedAt', 'asc']] }),
    tx.notes.find(here, { order: [['at', 'asc']] }),
    unreadBy(tx, actor, [dossier]),
  ]);
  const reasons = await reasonsIn(tx, dossier.id, journal, pack.definition);
  const names = await everyName(tx, folder, [...journal.map(({ actor: by }) => by), ...fileRows.map(({ ownerAccount }) => ownerAccount), ...notes.map(({ author }) => author)]);
  const application = applicationOf(dossier.data);
  const files = dossierFiles(dossier.data, fileRows, names);
  return {
    id: dossier.id, code: dossier.code, version: dossier.version,
    procedure: { key: pack.procedure.key, name: pack.procedure.shortName }, procedureVersion: { hash: dossier.procedureHash, number: pack.version.number },
    unit: names.unit(dossier.unitId), subject: dossier.subject === '' ? null : dossier.subject, state: dossier.state as DossierState, stateSince: stateSince(folder),
    channel: dossier.channel, delivery: deliveryOf(dossier), submittedAt: dossier.submittedAt, acceptedAt: dossier.acceptedAt, endedAt: dossier.endedAt,
    clock: dossierClock(calendar, dossier, at, pack.procedure.dueSoon), turn: turnAtDesk(dossier, tasks, names), applicant: applicantOf(dossier),
    form: pack.procedure.forms.application, data: application, facts: dossier.data, lookUps: [...lookUpsView(pack, dossier.data['lookUps']), ...answersView(pack, dossier, at)],
    checklist: checklistOf(pack.procedure.components, application, files, dossier.submittedAt), files,
    steps: tasks.map((task) => stepDone(task, folder, names)),
    myTasks: tasks.filter((task) => task.role !== 'applicant' && barredFrom(actor, task, folder) === null).map((task) => ({ task: task.id, node: task.node, name: task.name, standing: task.claimedBy === null ? 'open' : 'claimed' })),
    adHoc: adHocView(pack.definition, dossier, actor, at), awaited: awaitedView(pack.definition, dossier),
    opinions: tasks.filter(({ role }) => role === 'consulted_agency').map((task) => opinion(task, folder, names)),
    supplements: [...folder.supplements], letters: folder.letters.map((letter) => letterView(folder, letter)), payments: [...folder.paid],
    incidents: incidents.map((row) => incidentView(row, dossier, pack, true)),
    notes: notes.map((note) => ({ id: note.id, at: note.at, by: names.person(note.author) ?? { id: note.author, name: '—' }, text: note.body })),
    history: journal.map((row) => historyEntry(row, pack.definition, names, reasons.get(row.seq))),
    record: { entries: dossier.version, head: dossier.head },
    nearby: await deskNearby(tx, actor, pack, dossier),
    linked: await linkedView(tx, services, actor, dossier, at),
    questions: openQuestions(pack, application, at), unreadMessages: unread(dossier.id),
    can: { note: true, write: dossier.status === 'active' },
  };
}

const everyName = (tx: Transaction, { dossier, tasks }: Folder, people: readonly string[]): Promise<Names> =>
  namesOf(tx, [dossier.unitId, dossier.receivingUnitId, ...tasks.map(({ unitId }) => unitId)], [...people, ...tasks.flatMap(({ claimedBy, closedBy }) => [claimedBy, closedBy])], dossier);

function stepDone(task: TaskRow, { pack, dossier, calendar, tasks, at }: Folder, names: Names): StepDone {
  const latest = tasks.every((other) => other.node !== task.node || other.openedAt <= task.openedAt);
  return {
    task: task.id, node: task.node, name: namedByRound(task.name, tasks, task), role: task.role, unit: names.unit(task.unitId), standing: standingOf(task),
    by: names.person(task.closedBy ?? task.claimedBy), openedAt: task.openedAt, claimedAt: task.claimedAt, closedAt: task.closedAt,
    clock: stepClock(calendar, task, at), used: timeUsed(calendar, task, at), form: task.form,
    answer: task.status === 'completed' && latest ? answerOf(pack, dossier.data, task.node) : null,
  };
}

/** A reply says `{ opinion: 'consent' | 'object', remark? }`; silence past the limit stands there as `{ deemed: true }`. */
function opinion(task: TaskRow, { pack, dossier }: Folder, names: Names): Opinion {
  const answer = answerOf(pack, dossier.data, task.node);
  const replied = task.status === 'completed';
  const standing = replied ? (answer?.['opinion'] === 'object' ? 'objected' : 'agreed') : task.status === 'open' ? 'pending' : answer?.['deemed'] === true ? 'deemed-consent' : 'withdrawn';
  const text = replied ? answer?.['remark'] : undefined;
  return {
    task: task.id, agency: names.unit(task.unitId), askedAt: task.openedAt, dueAt: task.dueAt, answeredAt: replied ? task.closedAt : null, standing,
    text: typeof text === 'string' && text !== '' ? text.slice(0, 500) : null, by: names.person(task.closedBy),
  };
}
