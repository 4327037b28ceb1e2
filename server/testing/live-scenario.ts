import { readFile } from 'node:fs/promises';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };
import type { Data, Json } from '../../engine/state.ts';
import { changed } from '../../forms/field-path.ts';
import type { Scenario } from '../../procedures/scenario.ts';
import type { TaskRow } from '../../storage/tables/tasks.ts';
import type { DossierView } from '../api/dossier.ts';
import type { OutsideWork } from '../api/outside-work.ts';
import { samplePeople } from '../seed/people.ts';
import { doStep, smallPdf, upload } from './filing.ts';
import { password, type RunningHouse } from './running-house.ts';
import { Visitor } from './visitor.ts';

const procedures = new URL('../../procedures/', import.meta.url).pathname;
const calendar = compileCalendar(hcmc);
const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(`${procedures}${path}`, 'utf8'));
/** Sessions end while the days go by. */
export const asWho = (house: RunningHouse, login: string): Promise<Visitor> => new Visitor(house.url, 'vi').signIn(login, password);
const isPapers = (value: Json | undefined): boolean => Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null && 'sha256' in one);

/** Answers whose papers were really sent in for this draft or step. */
async function withPapers(visitor: Visitor, target: string, answer: Data, at = ''): Promise<Data> {
  const given: [string, Json][] = [];
  for (const [key, value] of Object.entries(answer)) {
    const field = `${at}${key}`;
    if (isPapers(value)) given.push([key, (await upload(visitor, `${target}&field=${field}`, [`${key}.pdf`, smallPdf(field)])).body.files as unknown as Json]);
    else given.push([key, typeof value === 'object' && value !== null && !Array.isArray(value) ? await withPapers(visitor, target, value as Data, `${field}.`) : value!]);
  }
  return Object.fromEntries(given);
}

/**
 * A scenario of a package as its people live it through the server's own requests, each by an account of the sample with the role and unit of
 * the step; a fee is paid at the simulated bank, systems outside answer as their descriptions say. Answers how the applicant sees it in the end.
 */
export async function liveScenario(house: RunningHouse, key: string, name: string): Promise<DossierView> {
  const { filed, steps, connectors } = (await read(`${key}/scenarios/${name}.json`)) as Scenario;
  house.clock.set(new Date(filed.at).toISOString());
  const citizen = await asWho(house, 'congdan1');
  const draft = (await citizen.done('POST', '/api/drafts', { procedure: key })) as unknown as { id: string; revision: number };
  const given = (await read(`${key}/scenarios/applications/${filed.application}.json`)) as Data;
  const application = Object.entries(filed.change ?? {}).reduce((answer, [path, value]) => changed(answer, path, value === null ? undefined : (value as Json)), given);
  const data = await withPapers(citizen, `draft=${draft.id}`, application);
  const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data, ...(data['delivery'] !== undefined && { delivery: data['delivery'] }) })) as unknown as { revision: number };
  const { dossier } = (await citizen.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true })) as unknown as { dossier: string };
  await house.work();
  for (const step of steps) {
    const when = ('wait' in step ? step.wait : step.at) ?? house.clock.now();
    const instant = when.startsWith('+') ? deadline(calendar, house.clock.now(), when.slice(1)).dueAt : new Date(when).toISOString();
    // systems outside answer before the time of the next step
    const task = 'complete' in step ? await openStep(house, dossier, step.complete, connectors) : undefined;
    if (instant > house.clock.now()) house.clock.set(instant);
    await house.work();
    if ('message' in step && step.message === 'payment.settled') await pay(await asWho(house, 'congdan1'), dossier);
    if (task !== undefined) await complete(house, task, (step as { answer: Data }).answer);
    await house.work();
  }
  return (await (await asWho(house, 'congdan1')).done('GET', `/api/dossiers/${dossier}`)) as unknown as DossierView;
}

/** A step as it is open once systems outside have answered: what no description answers, whoever runs the house does by hand as the scenario tells it. */
async function openStep(house: RunningHouse, dossier: string, node: string, connectors: Scenario['connectors'] = {}): Promise<TaskRow> {
  const find = (of: string) => house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: of, status: 'open' }));
  for (let hours = 0; hours < 24; hours += 1) {
    const task = await find(node);
    if (task !== undefined) return task;
    const admin = await asWho(house, 'quantri');
    const { jobs } = (await admin.done('GET', '/api/outside-work')) as unknown as OutsideWork;
    for (const { id, topic } of jobs) await admin.done('POST', `/api/outside-work/${id}/complete`, { reason: 'Hệ thống kia chưa nối (mẫu)', data: connectors[topic] });
    if (jobs.length === 0) house.clock.set(new Date(Date.parse(house.clock.now()) + 3_600_000).toISOString());
    await house.work();
  }
  throw new Error(`expected an open step "${node}" within a day, but there is none`);
}

async function complete(house: RunningHouse, { id, dossierId, node, role, unitId }: TaskRow, answer: Data): Promise<void> {
  const who = role === 'applicant' ? 'congdan1' : samplePeople.find(({ roles }) => roles.some(([one, unit]) => one === role && unit === unitId))?.login;
  if (who === undefined) throw new Error(`expected somebody of the sample who is ${role} at ${unitId}`);
  const visitor = await asWho(house, who);
  await doStep(house, visitor, dossierId, node, await withPapers(visitor, `task=${id}`, answer));
}

/** What is asked for, at the bank's page. */
async function pay(citizen: Visitor, dossier: string): Promise<void> {
  const { payments } = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as DossierView;
  const { url } = (await citizen.done('POST', `/api/payments/${payments.find(({ state }) => state === 'pending')!.id}/start`)) as unknown as { url: string };
  await citizen.fetch('POST', url, { body: new URLSearchParams({ decision: 'pay' }) });
}
