import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Data, Json } from '../../engine/state.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import type { DossierView } from '../api/dossier.ts';
import type { VerifiedLetter } from '../api/letter.ts';
import { buffer } from 'node:stream/consumers';
import { readOwn } from '../outside/own-descriptions.ts';
import { letterIssue } from './letter-issue.ts';
import { signatureOf } from '../payments/signature.ts';
import { publishFolder } from '../seed/foundation.ts';
import { counter, ward } from '../seed/units.ts';
import { bytesOf, textOfPdf } from '../testing/pdf-text.ts';
import { pdfsig } from '../testing/pdfsig.ts';
import { standInSignature } from '../signing/stand-in.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { answering, standIn, type StandIn } from '../testing/stand-in.ts';

const folder = new URL('../../procedures/certified-copy', import.meta.url).pathname;
const sign = readOwn(new URL('../../connectors', import.meta.url).pathname)['signature.sign'];
const diploma = JSON.parse(await readFile(`${folder}/scenarios/applications/diploma.json`, 'utf8')) as Data;

onEveryStore('an electronic copy that is signed digitally', (open) => {
  let house: RunningHouse;
  let outside: StandIn;
  let hash: string;
  let keys = 0;
  before(async function () {
    this.timeout(120_000);
    outside = await standIn([sign]);
    house = await runHouse({ systems: { signature: { address: outside.url, private: true, secrets: { token: 'a-token', callback: 'a-secret' } } } }, undefined, open());
    hash = await publishFolder(house.services, folder);
  });
  after(async () => {
    await outside.stop();
    await house.stop();
  });
  beforeEach(() => void (outside.away = false));

  const done = async (dossierId: string, actor: string, node: string, data: Json): Promise<void> => {
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId, node, status: 'open' }));
    const answer = await house.services.runtime.completeTask({ actor: `account-${actor}`, key: `step ${(keys += 1)}`, taskId: task?.id ?? '', data });
    assert.ok(answer.ok, `${node} ${JSON.stringify(answer)}`);
    await house.work();
  };
  /** Asked for, attested and decided: the service is asked to have it signed. */
  const decided = async (): Promise<string> => {
    const filed = await house.services.runtime.file({ actor: 'account-congdan1', key: `file ${(keys += 1)}`, procedureHash: hash, unitId: ward, receivingUnitId: counter, application: { ...diploma, delivery: { method: 'electronic' } }, applicant: { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định' }, channel: 'online', delivery: { method: 'electronic' } });
    assert.ok(filed.ok, JSON.stringify(filed));
    const { dossierId } = filed.value;
    await house.work();
    await done(dossierId, 'tiepnhan', 'reception', { checks: { identity: true, original: true }, outcome: 'accept', agreedDays: 'none' });
    await done(dossierId, 'thuly', 'attest', { compared: true, outcome: 'attest' });
    await done(dossierId, 'lanhdao', 'sign', { outcome: 'sign', capacity: 'TM' });
    return dossierId;
  };
  const letterOf = (dossierId: string) => house.store.read((tx) => tx.letters.first({ dossierId, letter: 'attestation' }));
  /** The service says what became of the request that it was asked for last, and who was told so. */
  const calledBack = async (body: Readonly<Record<string, string>>): Promise<number> => {
    const { callback } = JSON.parse(outside.came.at(-1)!.body) as { callback: string };
    const text = JSON.stringify(body);
    const { status } = await fetch(callback, { method: 'POST', body: text, headers: { 'content-type': 'application/json', 'x-signature': signatureOf('a-secret', new TextEncoder().encode(text)) } });
    await house.work();
    return status;
  };
  const asked = () => JSON.parse(outside.came.at(-1)!.body) as { readonly digest: string; readonly signer: string; readonly title: string };
  const signs = (by: string, digest = asked().digest) => calledBack({ state: 'signed', signature: standInSignature(Buffer.from(digest, 'hex'), by, '2026-11-19T02:30:00.000Z').toString('base64'), signedAt: '2026-11-19T02:30:00.000Z' });
  const fileOf = async (sha256: string): Promise<Buffer> => buffer((await house.services.files.get(sha256))!);
  const verified = async (code: string) => (await (await house.visitor()).done('GET', `/api/verify/${code}`)) as unknown as VerifiedLetter;
  const later = async (minutes: number): Promise<void> => {
    house.clock.set(new Date(Date.parse(house.clock.now()) + minutes * 60_000).toISOString());
    await house.work();
  };

  it('is not issued by a version that was drawn for signing by several steps: it says so', async () => {
    const issue = letterIssue(house.services);
    assert.ok('call' in issue);
    for (const inputs of [{ letter: 'attestation', prepare: true }, { letter: 'attestation', prepared: { key: 'attestation' }, signature: {} }]) {
      const outcome = await issue.call({ inputs } as never, new AbortController().signal);
      assert.deepEqual('code' in outcome && [outcome.code, /publish the procedure anew/.test('failed' in outcome ? String(outcome.failed) : '')], ['letter-prepared', true]);
    }
  });

  it('is no paper before it is signed; then the file carries the signature, and everybody can check it', async function () {
    this.timeout(20_000);
    const id = await decided();
    assert.deepEqual([asked().signer, asked().title, await letterOf(id)], ['lanhdao', 'Lời chứng bản sao đúng với bản chính', undefined]);
    assert.equal(await signs('Nguyễn Văn Ký'), 200);
    await signs('Người Khác');
    const letter = (await letterOf(id))!;
    const paper = await verified(letter.verifyCode);
    assert.deepEqual([paper.signature, paper.signatureHolds, paper.certifiedBy, paper.standing], [{ how: 'digital', at: '2026-11-19T02:30:00.000Z', by: 'Nguyễn Văn Ký (mô phỏng)', note: null }, true, 'CA mô phỏng, không có giá trị pháp lý', 'valid']);
    assert.match(await textOfPdf(await bytesOf(house.services.files, letter.sha256)), /Đã ký số/);
    const told = pdfsig(await fileOf(letter.sha256));
    if (told !== undefined) assert.match(told, /Common Name: Nguyễn Văn Ký \(mô phỏng\)[^]*Total document signed[^]*Signature is Valid/);
    assert.deepEqual((await house.services.runtime.verify(id)).faults, []);
  });

  it('is not issued on the signature of another paper: a person must look', async () => {
    const id = await decided();
    await signs('Nguyễn Văn Ký', 'f'.repeat(64));
    const incident = await house.store.read((tx) => tx.incidents.first({ dossierId: id, resolvedAt: null }));
    assert.deepEqual([incident?.code, await letterOf(id)], ['signature-of-another', undefined]);
  });

  it('is not issued on what is no signature at all', async () => {
    const id = await decided();
    await calledBack({ state: 'signed', signature: 'MAMBAf8=', signedAt: '2026-11-19T02:30:00.000Z' });
    const incident = await house.store.read((tx) => tx.incidents.first({ dossierId: id, resolvedAt: null }));
    assert.deepEqual([incident?.code, await letterOf(id)], ['signature-unreadable', undefined]);
  });

  it('says so when the file that is kept is not the one that was signed any more', async () => {
    const id = await decided();
    await signs('Nguyễn Văn Ký');
    const letter = (await letterOf(id))!;
    const other = Buffer.from(await fileOf(letter.sha256));
    other[other.indexOf('/Producer') + 12]! ^= 1;
    const { sha256 } = await house.services.files.put([other]);
    await house.store.transaction((tx) => tx.letters.update({ dossierId: id, id: letter.id }, { sha256 }));
    assert.equal((await verified(letter.verifyCode)).signatureHolds, false);
  });

  it('waits for a service that is away, asks again when the signer says so, and is asked for once with one key', async () => {
    outside.away = true;
    const id = await decided();
    assert.equal(await letterOf(id), undefined);
    await later(21);
    await later(21);
    outside.away = false;
    await done(id, 'lanhdao', 'signOther', { outcome: 'again' });
    const before = outside.done;
    await later(1);
    assert.equal(await signs('Nguyễn Văn Ký'), 200);
    assert.ok(outside.done - before <= 1, 'signed once');
    assert.equal((await verified((await letterOf(id))!.verifyCode)).signature?.how, 'digital');
    assert.equal(await house.store.read((tx) => tx.letters.count({ dossierId: id, letter: 'attestation' })), 1);
  });

  it('is signed with a pen where the signer refuses to on the phone: the note is read by whoever checks it, and the paper is fetched', async () => {
    const id = await decided();
    assert.equal(await calledBack({ state: 'refused' }), 200);
    await done(id, 'lanhdao', 'signOther', { outcome: 'hand', note: 'Điện thoại ký số hỏng (giả định)' });
    const letter = (await letterOf(id))!;
    const paper = await verified(letter.verifyCode);
    assert.deepEqual([paper.signature, paper.signatureHolds], [{ how: 'hand', at: null, by: null, note: 'Điện thoại ký số hỏng (giả định)' }, null]);
    assert.doesNotMatch(await textOfPdf(await bytesOf(house.services.files, letter.sha256)), /Đã ký/);
    const read = (await (await house.visitor('thuly')).done('GET', `/api/desk/dossiers/${id}`)) as unknown as Pick<DossierView, 'letters' | 'delivery'>;
    assert.equal(read.letters.find(({ key }) => key === 'attestation')?.signature?.how, 'hand');
    assert.deepEqual(read.delivery, { method: 'counter', asked: 'electronic' });
    const told = await house.store.read((tx) => tx.outbox.find({ dossierId: id, kind: 'signed-by-hand' }));
    assert.deepEqual(told.map(({ payload }) => payload['byHand']), ['Điện thoại ký số hỏng (giả định)']);
  });

  it('stops with a fault when the service answers what nobody foresaw, and goes on when a person has tried again', async () => {
    outside.next(answering(400));
    const id = await decided();
    const incident = await house.store.read((tx) => tx.incidents.first({ dossierId: id, resolvedAt: null }));
    assert.deepEqual([incident?.code, await letterOf(id)], ['answer-unknown', undefined]);
    await (await house.visitor('quantri')).done('POST', `/api/incidents/${id}_${incident!.incident}/retry`, {});
    await house.work();
    assert.equal(await signs('Nguyễn Văn Ký'), 200);
    assert.equal((await verified((await letterOf(id))!.verifyCode)).signature?.how, 'digital');
  });
});
