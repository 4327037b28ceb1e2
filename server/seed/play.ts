import type { Data } from '../../engine/state.ts';
import type { Answer } from '../../runtime/answer.ts';
import { decidedFor } from '../forms/decided.ts';
import { judge } from '../forms/judge.ts';
import { spotOf } from '../nearby/spot-of.ts';
import { filesIn } from '../views/files-view.ts';
import { receiveNotice } from '../payments/receive-notice.ts';
import type { Services } from '../services.ts';
import { sampleApplication } from './house.ts';
import { playMoney } from './money.ts';
import { samplePeople } from './people.ts';
import type { Story, StoryStep } from './stories.ts';

/** Does one step of a story as the person would, through the same commands; answers the dossier's id. */
export async function playStep(services: Services, folder: string, hash: string, story: Story, step: StoryStep, dossierId: string | undefined): Promise<string> {
  const key = `sample:${story.place.houseNo} ${story.place.street}:${step.days} ${step.at}`;
  const actor = `account-${story.citizen}`;
  if ('file' in step) return fileOne(services, folder, hash, story, key);
  if (dossierId === undefined) throw new Error(`expected the story at ${story.place.street} to begin with filing`);
  if ('complete' in step) {
    const task = await services.store.read((tx) => tx.tasks.first({ dossierId, node: step.complete, status: 'open' }));
    if (task === undefined) throw new Error(`expected an open step "${step.complete}" at ${story.place.street}, but there is none`);
    await done(services.runtime.completeTask({ actor: `account-${step.by}`, key, taskId: task.id, data: step.answer }));
  } else if ('withdraw' in step) {
    await done(services.runtime.withdraw({ actor, key, dossierId, reason: step.withdraw }));
  } else if ('pay' in step) {
    const payment = await services.store.read((tx) => tx.payments.first({ dossierId, status: 'pending' }));
    if (payment === undefined || services.bank === undefined) throw new Error(`expected an open payment at ${story.place.street}, but there is none`);
    const { body, headers } = services.bank.decide(payment.reference, payment.amount, true, services.now());
    const notice = services.bank.read(body, headers);
    if (notice !== undefined) await receiveNotice(services, services.bank.name, notice);
  } else if ('transfer' in step || 'settle' in step || 'approveRefund' in step) {
    await playMoney(services, dossierId, step);
  } else {
    const row = { id: services.newId(), dossierId, author: `account-${step.by}`, side: 'citizen' as const, body: step.say, at: services.now() };
    await services.store.transaction((tx) => tx.messages.insert(row));
  }
  return dossierId;
}

async function fileOne(services: Services, folder: string, hash: string, story: Story, key: string): Promise<string> {
  const person = samplePeople.find(({ login }) => login === story.citizen);
  if (person?.idNo === undefined || person.phone === undefined) throw new Error(`expected a sample citizen "${story.citizen}"`);
  const account = `account-${person.login}`;
  const applicant = { account, name: person.name, idNo: person.idNo, phone: person.phone };
  const pack = await services.store.read((tx) => services.library.version(tx, hash));
  const form = pack?.forms.get(pack.procedure.forms.application);
  if (pack === undefined || form === undefined) throw new Error(`expected the published version ${hash} and its application form`);
  const answer = await sampleApplication(services, folder, applicant, story.place, story.delivery);
  const communes = [{ value: '99001', label: { vi: 'Phường Sen Mẫu', en: 'Sample Sen Ward' } }];
  // As a citizen's answers are: hidden fields absent, computed ones filled in.
  const { value: application, errors } = judge(form, answer, services.now(), { communes }, 'vi');
  if (errors.length > 0) throw new Error(`expected sample answers that the form takes, but ${JSON.stringify(errors)}`);
  const { unit, receiving, lookUps } = await services.store.read((tx) => decidedFor(tx, pack, application, 'online', services.now()));
  if (unit === undefined || receiving === undefined) throw new Error(`expected a unit of the sample to take the story at ${story.place.street}, but none does`);
  const spot = await services.store.read((tx) => spotOf(tx, pack, application, services.now()));
  const standing = await done(services.runtime.file({
    actor: account, key, procedureHash: hash, unitId: unit.id, receivingUnitId: receiving.id, application, applicant, channel: 'online', delivery: story.delivery as Data,
    ...(spot && { spot }), subject: `${story.place.houseNo} ${story.place.street}`, fileIds: filesIn(application).map(({ value }) => value.file), decided: { lookUps },
  }));
  return standing.dossierId;
}

async function done<Value>(answer: Promise<Answer<Value>>): Promise<Value> {
  const settled = await answer;
  if (settled.ok) return settled.value;
  throw new Error(`expected the sample's step to be accepted, but it was refused (${settled.refused}): ${settled.message}`);
}
