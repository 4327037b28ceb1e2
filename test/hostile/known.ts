import { checks, fileHouse, doStep, conditions, smallPdf, upload } from '../../server/testing/filing.ts';
import type { RunningHouse } from '../../server/testing/running-house.ts';
import type { RouteName } from '../../server/api/routes.ts';

export const procedure = 'construction-permit-house';

/** Ids of real things, by the name of the path's parameter and the first part of the path. */
export interface Known { readonly dossier: string; readonly draft: string; readonly task: string; readonly file: string; readonly letter: string; readonly payment: string; readonly reference: string; readonly code: string }

/** A dossier that waits for its fee, and a draft with a file: something for every route to be about. */
export async function prepare(house: RunningHouse): Promise<Known> {
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
  const other = await fileHouse(house, owner);
  await house.work();
  const draft = (await owner.done('POST', '/api/drafts', { procedure })) as unknown as { id: string };
  const { body } = await upload(owner, `draft=${draft.id}&field=papers.landPaper`, ['giấy tờ.pdf', smallPdf()]);
  return house.store.read(async (tx) => {
    const letter = await tx.letters.first({ dossierId: dossier, letter: 'permit' });
    const payment = await tx.payments.first({ dossierId: dossier });
    const task = await tx.tasks.first({ dossierId: other.dossier, node: 'reception' });
    return { dossier: other.dossier, draft: draft.id, task: task?.id ?? '', file: body.files[0]?.file ?? '', letter: letter?.id ?? '', payment: payment?.id ?? '', reference: payment?.reference ?? '', code: letter?.verifyCode ?? '' };
  });
}

/** A route's address with real ids in it. */
export function addressOf(name: RouteName, known: Known): string {
  const path = name.slice(name.indexOf(' ') + 1);
  const kind = /^\/api\/(?:desk\/)?(dossier|draft|task|file|letter|payment)s\//.exec(path)?.[1] as keyof Known | undefined;
  const values: Readonly<Record<string, string>> = { id: kind === undefined ? 'none_1' : known[kind], key: procedure, failure: 'word_bm9uZQ', form: 'application', letter: 'permit', name: 'so-do-vi-tri-mau.svg', code: known.code, version: '0'.repeat(64), picture: 'none_2', provider: 'simulated', job: 'none_1', person: 'none_3', reference: known.reference };
  return path.replaceAll(/:([a-z]+)/gi, (_, parameter: string) => {
    const value = values[parameter];
    // Without one the address would be another, and its route would never be tried.
    if (value === undefined) throw new Error(`expected an example of :${parameter} for ${name}, but none is known`);
    return value;
  });
}

/** Someone whom the route lets in. */
export const personFor = (access: string, path: string): string | undefined =>
  access === 'anyone' ? undefined : access === 'designer' ? 'thietke' : access === 'admin' ? 'quantri' : access === 'staff' || path.startsWith('/api/tasks/') ? 'tiepnhan' : 'congdan1';
