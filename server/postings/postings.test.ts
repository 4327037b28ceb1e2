import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { Parser } from 'saxen';
import type { Postings } from '../api/posting.ts';
import { publishFolder } from '../seed/foundation.ts';
import { ward } from '../seed/units.ts';
import { doStep, fileHouse, smallPdf, upload } from '../testing/filing.ts';
import { asWho } from '../testing/live-scenario.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { rssOf } from './rss.ts';

const folder = new URL('../../procedures/first-land-certificate', import.meta.url).pathname;

describe('what is posted publicly', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
    const hash = await publishFolder(house.services, folder);
    const { dossier } = await fileHouse(house, await house.visitor('congdan1'));
    const other = await fileHouse(house, await house.visitor('congdan1'));
    await house.store.transaction(async (tx) => {
      await tx.dossiers.update({ id: dossier }, { procedureKey: 'first-land-certificate', procedureHash: hash, subject: '12 Đường Mẫu Một' });
      const letter = { title: { vi: 'Thông báo niêm yết công khai', en: 'Public posting' }, number: '7/TB', purpose: 'along-the-way' as const, sha256: '0'.repeat(64), size: 1, issuedBy: 'system', capacity: null, node: 'issuePosting', revokedAt: null };
      await tx.letters.insert({ ...letter, id: 'posted', dossierId: dossier, letter: 'posting', verifyCode: 'a', issuedAt: '2026-11-19T03:00:00.000Z' });
      const { code } = (await tx.dossiers.first({ id: dossier }))!;
      await tx.letters.insert({ ...letter, id: 'coded', number: `${code}/P`, dossierId: dossier, letter: 'posting', verifyCode: 'e', issuedAt: '2026-11-19T03:00:00.000Z' });
      await tx.letters.insert({ ...letter, id: 'revoked', dossierId: dossier, letter: 'posting', verifyCode: 'b', issuedAt: '2026-11-19T03:00:00.000Z', revokedAt: '2026-11-19T04:00:00.000Z' });
      await tx.letters.insert({ ...letter, id: 'private', dossierId: dossier, letter: 'receipt', verifyCode: 'c', issuedAt: '2026-11-19T03:00:00.000Z' });
      // A paper of the same name in a procedure that posts none.
      await tx.letters.insert({ ...letter, id: 'foreign', dossierId: other.dossier, letter: 'posting', verifyCode: 'd', issuedAt: '2026-11-19T03:00:00.000Z' });
    });
  });
  after(() => house.stop());
  const ask = async (at: string) => {
    house.clock.set(at);
    return ((await (await house.visitor()).done('GET', '/api/postings')) as unknown as Postings).postings;
  };

  it('is listed from its day to its last, by what it is, its place and its office', async () => {
    assert.deepEqual(await ask('2026-11-19T02:59:00.000Z'), []);
    // The code of the dossier is not told.
    const [coded, posting, ...more] = await ask('2026-11-20T03:00:00.000Z');
    assert.deepEqual([more, coded?.id, coded?.number, posting?.number], [[], 'coded', null, '7/TB']);
    assert.deepEqual([posting?.id, posting?.about, posting?.unit.id, posting?.procedure.key, posting?.to], ['posted', '12 Đường Mẫu Một', ward, 'first-land-certificate', '2026-12-04T03:00:00.000Z']);
    assert.equal((await ask('2026-12-04T02:59:00.000Z')).length, 2);
    assert.deepEqual(await ask('2026-12-04T03:01:00.000Z'), []);
  });

  it('names nobody, and is a feed that programs read', async () => {
    house.clock.set('2026-11-20T03:00:00.000Z');
    const answer = await (await house.visitor()).fetch('GET', '/api/postings.rss');
    assert.equal(answer.headers.get('content-type'), 'application/rss+xml; charset=utf-8');
    const text = await answer.text();
    assert.match(text, /<title>Thông báo niêm yết công khai<\/title>/);
    assert.match(text, /12 Đường Mẫu Một\. Niêm yết tại Phường Sen Mẫu từ 19\/11\/2026 đến 04\/12\/2026 \(dữ liệu giả định\)\./);
    assert.doesNotMatch(text, /Giả Định|079085/);
  });

  it('is an abandoned child for its seven days, of whom the ward is told and nothing else', async () => {
    const birth = new URL('../../procedures/birth-registration', import.meta.url).pathname;
    house.clock.set('2026-12-10T01:00:00.000Z');
    await publishFolder(house.services, birth);
    const citizen = await asWho(house, 'congdan1');
    const { mother: _mother, ...hospital } = JSON.parse(readFileSync(`${birth}/scenarios/applications/hospital.json`, 'utf8')) as { readonly mother: unknown; readonly child: { readonly name: string; readonly birthDate: string }; readonly requester: object };
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'birth-registration' })) as unknown as { id: string; revision: number };
    const { body } = await upload(citizen, `draft=${draft.id}&field=papers.record`, ['biên bản.pdf', smallPdf()]);
    const child = { ...hospital.child, case: 'abandoned', place: 'Cổng chùa Mẫu (giả định)' };
    const data = { ...hospital, requester: { ...hospital.requester, relation: 'agency' }, child, father: { given: false }, marriage: { married: false }, papers: { record: body.files } };
    const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data })) as unknown as { revision: number };
    const { dossier, code } = (await citizen.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true })) as unknown as { dossier: string; code: string };
    await house.work();
    await doStep(house, await asWho(house, 'tiepnhan'), dossier, 'reception', { checks: { identity: true, papers: true }, outcome: 'accept' });
    await doStep(house, await asWho(house, 'thuly'), dossier, 'examine', { marriage: 'none', late: false, outcome: 'post' });
    const stranger = await house.visitor();
    const answer = await stranger.done('GET', '/api/postings');
    const { postings } = answer as unknown as Postings;
    assert.deepEqual(postings.map(({ title, number, about, unit, procedure, to }) => [title.vi, number, about, unit.id, procedure.key, to]), [['Thông báo niêm yết trẻ bị bỏ rơi', null, null, ward, 'birth-registration', '2026-12-17T01:00:00.000Z']]);
    const told = JSON.stringify(answer) + (await (await stranger.fetch('GET', '/api/postings.rss')).text());
    for (const fact of [code, 'Cổng chùa', 'Giả Định', hospital.child.name, hospital.child.birthDate]) assert.ok(!told.includes(fact), `${fact} is told`);
    assert.deepEqual(await ask('2026-12-17T01:00:01.000Z'), []);
  });

  it('is well-formed whatever stands in it', () => {
    const text = rssOf([{ id: 'x', title: { vi: '<b>"A" & \'B\'</b>', en: '' }, number: null, procedure: { key: 'a', name: { vi: ']]>', en: '' } }, unit: { id: 'u', name: { vi: 'Ủy ban & Co', en: '' } }, about: '1 < 2', from: '2026-11-19T03:00:00.000Z', to: '2026-12-04T03:00:00.000Z' }], { name: 'A&B', url: 'http://x', at: '2026-11-20T03:00:00.000Z', fictional: false });
    assert.doesNotMatch(text, /giả định/);
    const faults: string[] = [];
    const parser = new Parser();
    parser.on('error', (error: Error) => void faults.push(error.message));
    parser.on('warn', (error: Error) => void faults.push(error.message));
    parser.parse(text);
    assert.deepEqual(faults, []);
    assert.ok(!text.includes('<b>'));
  });
});
