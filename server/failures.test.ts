import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { readFolder } from '../procedures/folder.ts';
import type { PackageFile } from '../storage/tables/procedures.ts';
import type { Failure } from './api/incident.ts';
import { compose } from './compose.ts';
import { offerDue } from './library/offer-due.ts';
import { publish, readyToPublish } from './library/publish.ts';
import { ward } from './seed/units.ts';
import { giveToken } from './session/programs.ts';
import { packageFolder, password, runHouse, type RunningHouse } from './testing/running-house.ts';
import { Visitor } from './testing/visitor.ts';

const hour = 3_600_000;

/** A round that an hour, and the signal `siren`, begin; it walks, and then waits for the signal `dawn`. */
const drawn = (timer: string): string => `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t">
  <signal id="siren" name="siren"/><signal id="dawn" name="dawn"/><process id="round" isExecutable="true">
  <startEvent id="hourly"><timerEventDefinition><timeCycle>${timer}</timeCycle></timerEventDefinition></startEvent><startEvent id="roused"><signalEventDefinition signalRef="siren"/></startEvent>
  <intermediateCatchEvent id="night" name="Đợi sáng" motcua:nameEn="Until dawn"><signalEventDefinition signalRef="dawn"/></intermediateCatchEvent>
  <userTask id="walk" name="Đi tuần" motcua:nameEn="Walk" motcua:form="assign" motcua:role="handler" motcua:timeLimit="1 working day" motcua:state="4" motcua:clock="start"/>
  <userTask id="note" name="Ghi" motcua:nameEn="Note" motcua:form="assign" motcua:role="handler" motcua:timeLimit="1 working day" motcua:clock="end"/><endEvent id="end"/>
  <sequenceFlow id="a" sourceRef="hourly" targetRef="night"/><sequenceFlow id="b" sourceRef="roused" targetRef="night"/><sequenceFlow id="c" sourceRef="night" targetRef="walk"/><sequenceFlow id="d" sourceRef="walk" targetRef="note"/><sequenceFlow id="e" sourceRef="note" targetRef="end"/></process></definitions>`;

describe('what the machine gave up', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let token: string;
  before(async () => {
    house = await runHouse();
    token = await giveToken(house.store, { name: 'bell', units: [ward], days: 30, at: house.clock.now() });
  });
  after(() => house.stop());

  const offer = async (key: string, timer = 'R/PT1H', from?: string): Promise<string> => {
    const { code } = (await house.store.read((tx) => tx.units.first({ id: ward })))!;
    const procedure = JSON.parse(await readFile(`${packageFolder}/procedure.json`, 'utf8')) as object;
    const files = new Map([...await readFolder(packageFolder), ['procedure.json', JSON.stringify({ ...procedure, key, office: { unit: code } })], ['process.bpmn', drawn(timer)]] as const);
    const ready = await readyToPublish(house.services.files, files);
    assert.ok('hash' in ready, JSON.stringify(ready));
    await house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null, ...(from !== undefined && { from }) }));
    return ready.hash;
  };
  /** Damages a published version in the database, for a process that has not read it; answers how to heal it. */
  const damage = async (hash: string): Promise<() => Promise<void>> => {
    const { files } = (await house.store.read((tx) => tx.procedureVersions.first({ hash })))!;
    const put = (kept: Readonly<Record<string, PackageFile>>) => house.store.transaction((tx) => tx.procedureVersions.update({ hash }, { files: kept }));
    await put({ ...files, 'process.bpmn': { text: '<definitions' } });
    return async () => void (await put(files));
  };
  const pass = async (milliseconds: number): Promise<void> => {
    house.clock.set(new Date(Date.parse(house.clock.now()) + milliseconds).toISOString());
    await house.work();
  };
  /** Long enough for the machine to give up. */
  const giveUp = async (): Promise<void> => {
    for (let tries = 0; tries < 12; tries += 1) await pass(400_000);
  };
  const throwSignal = async (name: string): Promise<void> => {
    const answer = await fetch(`${house.url}/api/signals`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Connection': 'close', 'Authorization': `Bearer ${token}`, 'Idempotency-Key': `${name}-${house.clock.now()}` }, body: JSON.stringify({ name }) });
    assert.equal(answer.status, 200, await answer.text());
    await house.work();
  };
  // Hours pass, and sessions with them.
  const admin = (): Promise<Visitor> => new Visitor(house.url, 'vi').signIn('quantri', password);
  const shown = async (): Promise<readonly Failure[]> => (await (await admin()).done('GET', '/api/incidents') as unknown as { failures: readonly Failure[] }).failures;
  let acts = 0;
  const act = async (id: string, what: 'retry' | 'skip'): Promise<number> =>
    (await (await admin()).fetch('POST', `/api/failures/${id}/${what}`, { ...(what === 'skip' && { body: { reason: 'Không cần nữa' } }), headers: { 'Idempotency-Key': `act-${(acts += 1)}-0123456789abcdef` } })).status;
  const begun = (procedureKey: string) => house.store.read((tx) => tx.dossiers.find({ procedureKey }, { order: [['submittedAt', 'asc'], ['id', 'asc']] }));

  it('is told of a version that cannot be read, which holds up only itself, and loses nothing', async () => {
    await offer('sound');
    const hash = await offer('damaged');
    const heal = await damage(hash);
    await pass(hour);
    await throwSignal('siren');
    assert.deepEqual([(await begun('sound')).length, (await begun('damaged')).length], [2, 0]);
    const { procedures } = await (await admin()).done('GET', '/api/procedures') as unknown as { procedures: { key: string }[] };
    assert.deepEqual(procedures.map(({ key }) => key).toSorted(), ['construction-permit-house'], 'what nobody files is not offered; that the sound one is read shows in what began');
    assert.deepEqual((await shown()).map(({ kind, procedure, what }) => [kind, procedure.key, what.vi]), [['unreadable', 'damaged', '1']]);
    await giveUp();
    assert.deepEqual((await shown()).map(({ kind, procedure, stands }) => [kind, procedure.key, stands]), [['unreadable', 'damaged', true], ['start', 'damaged', true]]);
    assert.equal(await act((await shown()).at(-1)!.id, 'retry'), 204, 'a timer that stood still is set again');
    await heal();
    await pass(10 * 60_000);
    assert.equal((await begun('damaged')).filter(({ data }) => data['filing'] !== undefined).length, 3, 'both turns of its timer, and the signal that was kept for it');
    assert.deepEqual(await shown(), []);
  });

  it('is told of a word that cannot be handed to its dossiers, which is handed over once more or given up', async () => {
    const hash = await offer('deaf', 'R1/PT1H');
    await pass(hour);
    await throwSignal('siren');
    const waiting = (await begun('deaf')).map(({ id }) => id);
    assert.equal(waiting.length, 2);
    const heal = await damage(hash);
    // Another process, which has not read the version before it was damaged.
    const { configuration, store, files, log, now } = house.services;
    const { runtime } = compose({ configuration, store, files, log, now });
    const work = async (minutes: number): Promise<void> => {
      for (let tries = 0; tries < 12; tries += 1) {
        house.clock.set(new Date(Date.parse(now()) + minutes * 60_000).toISOString());
        await runtime.work({ only: 'posts' });
      }
    };
    const answer = await fetch(`${house.url}/api/signals`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Connection': 'close', 'Authorization': `Bearer ${token}`, 'Idempotency-Key': 'dawn-0123456789abcdef' }, body: JSON.stringify({ name: 'dawn' }) });
    assert.equal(answer.status, 200);
    await work(7);
    const [word] = (await shown()).filter(({ kind }) => kind === 'word');
    assert.deepEqual([word?.what.vi, word?.procedure.key, word?.dossiers], ['dawn', 'deaf', 2]);
    assert.match(word?.message ?? '', /to be readable/);
    const [{ id: postId } = { id: '' }] = await house.store.read((tx) => tx.posts.find({ name: 'dawn' }));
    const refused = await runtime.retryWord({ actor: 'account-quantri', key: 'retry', postId });
    assert.ok(!refused.ok && refused.refused === 'invalid' && refused.message.includes('to be readable'), JSON.stringify(refused));
    await work(1);
    assert.equal((await shown()).find(({ kind }) => kind === 'word')?.dossiers, 2, 'neither is lost');
    await heal();
    assert.deepEqual([await act(word!.id, 'retry'), await act(word!.id, 'retry')], [204, 404]);
    await house.work();
    assert.deepEqual((await shown()).filter(({ kind }) => kind === 'word'), []);
    for (const dossierId of waiting) {
      const heard = await house.store.read((tx) => tx.journal.find({ dossierId, kind: 'signal' }));
      assert.deepEqual(heard.map(({ actor }) => actor), ['account-quantri']);
      const payload = (await house.store.read((tx) => tx.journalPayloads.first({ dossierId, seq: heard[0]!.seq })))!.payload as { about: { sender: string }; events: { by: string }[] };
      assert.deepEqual([payload.about.sender, payload.events[0]?.by], ['program:bell', 'program:bell']);
    }
    await house.store.transaction((tx) => tx.deliveries.update({ postId, dossierId: { in: waiting } }, { status: 'failed', error: 'x' }));
    assert.deepEqual([await act(word!.id, 'skip'), await act(word!.id, 'skip')], [204, 404]);
    const [entry] = await house.store.read((tx) => tx.houseLog.find({ kind: 'word.skip' }));
    assert.deepEqual([entry!.note, (entry!.detail as { dossiers: number }).dossiers], ['Không cần nữa', 2]);
  });

  it('is told of a version that could not be offered on its day, which is offered once more or called off', async () => {
    const later = (minutes: number): string => new Date(Date.parse(house.clock.now()) + minutes * 60_000).toISOString();
    await offer('dated');
    const hash = await offer('dated', 'R/PT2H', later(60));
    const { code } = (await house.store.read((tx) => tx.units.first({ id: ward })))!;
    const setCode = (to: string) => house.store.transaction((tx) => tx.units.update({ id: ward }, { code: to }));
    house.clock.set(later(61));
    await setCode('H99.2');
    assert.equal(await offerDue(house.services), 0);
    const versions = async () => (await shown()).filter(({ kind }) => kind === 'version');
    const [version] = await versions();
    assert.deepEqual([version?.procedure.key, version?.what.en, version?.message], ['dated', '2', `office.unit: expected the code of a unit, but there is no ${code}`]);
    assert.equal(await act(version!.id, 'retry'), 422);
    await setCode(code);
    assert.deepEqual([await act(version!.id, 'retry'), await act(version!.id, 'retry')], [204, 404]);
    const row = await house.store.read((tx) => tx.procedureVersions.first({ hash }));
    assert.deepEqual([row?.offered, row?.offeredFrom, row?.offerError, await versions()], [true, null, null, []]);

    await offer('dated', 'R/PT3H', later(60));
    house.clock.set(later(61));
    await setCode('H99.2');
    await offerDue(house.services);
    assert.deepEqual((await versions()).map(({ what }) => what.en), ['3']);
    assert.equal(await act((await versions())[0]!.id, 'skip'), 204);
    await setCode(code);
    assert.equal(await offerDue(house.services), 0);
    assert.deepEqual(await versions(), []);
    const [entry] = await house.store.read((tx) => tx.houseLog.find({ kind: 'version.call-off' }));
    assert.deepEqual([entry?.subject, entry?.note], ['dated', 'Không cần nữa']);
  });

  it('answers unknown ids as any other', async () => {
    for (const id of ['word_bm9uZQ', 'version_bm9uZQ', 'start_bm9uZSB0aW1lZCAw', 'start_bm9uZQ', 'unreadable_bm9uZQ', 'none']) assert.equal(await act(id, 'retry'), 404, id);
  });
});
