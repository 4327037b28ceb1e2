import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Data, Json } from '../../engine/state.ts';
import type { Description } from '../../procedures/described/description.ts';
import type { Store } from '../../storage/store.ts';
import { sqliteStore } from '../../storage/stores/sqlite.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import { readFolder } from '../../procedures/folder.ts';
import { keepFiles } from '../library/package-files.ts';
import { usual } from '../../procedures/described/usual.ts';
import { publish } from '../library/publish.ts';
import { signatureOf } from '../payments/signature.ts';
import { publishFolder } from '../seed/foundation.ts';
import { counter, ward } from '../seed/units.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { answering, standIn, type StandIn } from '../testing/stand-in.ts';

const folder = new URL('../../procedures/land-transfer', import.meta.url).pathname;
const tax = JSON.parse(await readFile(`${folder}/connectors/tax.land.json`, 'utf8')) as Description;
const sale = JSON.parse(await readFile(`${folder}/scenarios/applications/sale.json`, 'utf8')) as Data;
const token = 'a-secret-that-is-nowhere-else';

/** The step that asks the tax office, with what it hands along; the rest of the land transfer is the story below. */
const drawn = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><error id="E" errorCode="rejected"/><process id="P" isExecutable="true">
  <startEvent id="s"/><serviceTask id="taxOffice" motcua:connector="tax.land" motcua:result="tax"><extensionElements><motcua:input name="parcel">application.parcel.parcelNo</motcua:input><motcua:input name="sheet">application.parcel.mapSheetNo</motcua:input><motcua:input name="price">application.contract.price</motcua:input><motcua:input name="tablePrice">application.contract.price</motcua:input><motcua:input name="exemption">application.tax.exemption</motcua:input></extensionElements></serviceTask>
  <boundaryEvent id="back" attachedToRef="taxOffice"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="again" motcua:role="handler"/>
  <boundaryEvent id="silent" attachedToRef="taxOffice"><timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="askTax" motcua:role="handler"/><userTask id="payTax" motcua:role="handler"/>
  <sequenceFlow id="a" sourceRef="s" targetRef="taxOffice"/><sequenceFlow id="b" sourceRef="taxOffice" targetRef="payTax"/><sequenceFlow id="c" sourceRef="back" targetRef="again"/><sequenceFlow id="d" sourceRef="silent" targetRef="askTax"/></process></definitions>`;

/** Dossiers that come to the tax office, whose system is a stand-in on this machine. */
class Transfer {
  readonly house: RunningHouse;
  readonly outside: StandIn;
  #keys = 0;
  constructor(house: RunningHouse, outside: StandIn) {
    this.house = house;
    this.outside = outside;
  }

  async publish(change: Readonly<Record<string, string>> = {}): Promise<void> {
    const { services, store, clock } = this.house;
    const files = new Map([...await readFolder(folder), ['process.bpmn', drawn], ...Object.entries(change)] as const);
    const ready = { key: 'asking', hash: 'b'.repeat(64), timers: [], files: await keepFiles(services.files, files) };
    await store.transaction((tx) => publish(store, tx, ready, { account: 'system', at: clock.now(), note: null }));
  }

  async file(procedureHash = 'b'.repeat(64), application = sale): Promise<string> {
    const filed = await this.house.services.runtime.file({ actor: 'account-congdan1', key: this.#key(), procedureHash, unitId: ward, receivingUnitId: counter, application, applicant: { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định' }, channel: 'online', delivery: { method: 'counter' } });
    assert.ok(filed.ok, JSON.stringify(filed));
    return filed.value.dossierId;
  }

  async complete(dossierId: string, node: string, data: Json): Promise<void> {
    const task = (await this.house.store.read((tx) => tx.tasks.first({ dossierId, node, status: 'open' })))!;
    const done = await this.house.services.runtime.completeTask({ actor: node === 'reception' ? 'account-tiepnhan' : 'account-thuly', key: this.#key(), taskId: task.id, data });
    assert.ok(done.ok, JSON.stringify(done));
    await this.house.work();
  }

  readonly #key = () => `key ${(this.#keys += 1)}`;
  later(seconds: number): void {
    this.house.clock.set(new Date(Date.parse(this.house.clock.now()) + seconds * 1000).toISOString());
  }

  job = async (dossierId: string) => (await this.house.store.read((tx) => tx.jobs.find({ dossierId, node: 'taxOffice', kind: 'connector' }, { order: [['reference', 'desc']], limit: 1 })))[0]!;
  dossier = async (id: string) => (await this.house.store.read((tx) => tx.dossiers.first({ id })))!;
  openAt = async (dossierId: string) => (await this.house.store.read((tx) => tx.tasks.find({ dossierId, status: 'open' }))).map(({ node }) => node);
  whole = async (dossierId: string) => assert.deepEqual((await this.house.services.runtime.verify(dossierId)).faults, []);
  retry = async (dossierId: string): Promise<void> => {
    const incident = (await this.house.store.read((tx) => tx.incidents.first({ dossierId, resolvedAt: null })))!;
    const desk = await this.house.visitor('quantri');
    await desk.done('POST', `/api/incidents/${dossierId}_${incident.incident}/retry`, {});
  };
}

const keysOf = ({ came }: StandIn, from: number) => came.slice(from).filter(({ method }) => method === 'POST').map(({ headers }) => headers['idempotency-key']);

onEveryStore('a land transfer that asks the tax office by a described connector', (open) => {
  let t: Transfer;
  let from = 0;
  before(async function () {
    this.timeout(60_000);
    const outside = await standIn([tax]);
    t = new Transfer(await runHouse({ systems: { tax: { address: outside.url, private: true, secrets: { token } } } }, '2026-11-19T02:00:00.000Z', open()), outside);
    await t.publish();
  });
  beforeEach(() => void (from = t.outside.came.length));
  // What still waits gets its notice: it would ask in the middle of the next story.
  afterEach(async () => {
    for (const seconds of [60, 60]) {
      t.later(seconds);
      await t.house.work();
    }
  });
  // The store is the suite's: it ends with it.
  after(() => t.outside.stop());

  it('asks once, waits, asks again until there is a notice, and goes on with it', async function () {
    const id = await t.file(await publishFolder(t.house.services, folder));
    await t.house.work();
    await t.complete(id, 'reception', { checks: { identity: true, original: true, complete: true }, outcome: 'accept' });
    // no land register is connected: a quarter of an hour later it goes on without
    t.later(16 * 60);
    await t.house.work();
    await t.complete(id, 'examine', { database: true, dispute: true, seizure: true, boundary: true, outcome: 'ok' });
    await t.complete(id, 'taxData', { tablePrice: 2_800_000_000, exemption: 'none' });
    assert.deepEqual([(await t.job(id)).status, (await t.job(id)).waiting?.with, await t.openAt(id)], ['open', { reference: 'T-12-345' }, []]);
    t.later(59);
    await t.house.work();
    assert.equal(t.outside.came.length, from + 1);
    t.later(1);
    await t.house.work();
    t.later(60);
    await t.house.work();
    assert.deepEqual(t.outside.came.slice(from).map(({ method, path }) => `${method} ${path}`), ['POST /land-notices', 'GET /land-notices/T-12-345', 'GET /land-notices/T-12-345']);
    assert.deepEqual((await t.dossier(id)).data['tax'], { noticeNo: 'TB-T-12-345 (giả định)', total: 75_000_000 });
    assert.deepEqual(await t.openAt(id), ['payTax']);
    assert.equal(t.outside.came[from]?.headers['authorization'], `Bearer ${token}`);
    assert.deepEqual(JSON.parse(t.outside.came[from]?.body ?? ''), { dossier: (await t.dossier(id)).code, parcel: { sheet: '12', number: '345' }, contractPrice: 3_000_000_000, tablePrice: 2_800_000_000, exemption: null });
    await t.whole(id);
  });

  it('takes the way of the error when it is sent back', async () => {
    const id = await t.file(undefined, { ...sale, contract: { ...(sale['contract'] as Data), price: 0 } });
    await t.house.work();
    assert.deepEqual(await t.openAt(id), ['again']);
    await t.whole(id);
  });

  it('is tried again with the same key, later and later, and when the system says', async () => {
    const id = await t.file();
    const waits: number[] = [];
    for (const answer of [answering(503), answering(500), answering(429, { 'retry-after': '1000' })]) {
      t.outside.next(answer);
      await t.house.work();
      const { runAt } = await t.job(id);
      waits.push((Date.parse(runAt) - Date.parse(t.house.clock.now())) / 1000);
      t.house.clock.set(runAt);
    }
    await t.house.work();
    assert.deepEqual(waits, [60, 120, 1000]);
    const keys = keysOf(t.outside, from);
    assert.deepEqual([keys.length, new Set(keys).size], [4, 1]);
    assert.deepEqual((await t.job(id)).waiting?.with, { reference: 'T-12-345' });
  });

  it('whose answer was lost is done once: the system knows the key', async () => {
    const id = await t.file();
    const done = t.outside.done;
    t.outside.next((response) => void response.destroy(), 'after');
    await t.house.work();
    assert.match((await t.job(id)).error ?? '', /expected the system to be reached/);
    t.later(60);
    await t.house.work();
    assert.deepEqual([t.outside.done - done, (await t.job(id)).waiting?.with], [1, { reference: 'T-12-345' }]);
  });

  it('waits for a person after the last try, who has it done again with the same key', async function () {
    const id = await t.file();
    for (let nth = 0; nth < usual.attempts; nth += 1) {
      t.outside.next(answering(502));
      await t.house.work();
      t.later(4000);
    }
    const [incident] = await t.house.store.read((tx) => tx.incidents.find({ dossierId: id, resolvedAt: null }));
    assert.deepEqual([incident?.code, incident?.message, (await t.job(id)).status], ['connector-failed', '"tax.land" answered 502', 'failed']);
    await t.whole(id);
    await t.retry(id);
    await t.house.work();
    const keys = keysOf(t.outside, from);
    assert.deepEqual([keys.length, new Set(keys).size], [usual.attempts + 1, 1]);
    assert.deepEqual((await t.job(id)).waiting?.with, { reference: 'T-12-345' });
    await t.whole(id);
  });

  it('that is answered what nobody described waits for a person at once', async () => {
    const id = await t.file();
    t.outside.next(answering(302, { location: 'http://127.0.0.1:1/' }));
    await t.house.work();
    const [incident] = await t.house.store.read((tx) => tx.incidents.find({ dossierId: id, resolvedAt: null }));
    assert.equal(incident?.code, 'answer-unknown');
    assert.equal(t.outside.came.length, from + 1);
  });

  it('whose notice never comes stops asking when the procedure does not wait any more', async () => {
    const id = await t.file();
    await t.house.work();
    t.later(14 * 86_400);
    await t.house.work();
    assert.deepEqual([await t.openAt(id), (await t.job(id)).status], [['askTax'], 'cancelled']);
    const asked = t.outside.came.length;
    t.later(600);
    await t.house.work();
    assert.equal(t.outside.came.length, asked);
    await t.whole(id);
  });

  it('says nothing of people, and no secret, in the log', () => {
    const logged = t.house.logged.join('\n');
    assert.ok(logged.includes('incident.raised'));
    for (const word of [token, 'Nguyễn', '079085000001', '3000000000', '75000000']) assert.ok(!logged.includes(word), word);
  });
});

describe('a system that calls back', function () {
  this.timeout(60_000);
  const key = 'a-key-to-sign-with';
  let t: Transfer;
  let signing: Description;
  before(async () => {
    const text = await readFile(new URL('../../connectors/signature.sign.json', import.meta.url), 'utf8');
    signing = JSON.parse(text) as Description;
    const outside = await standIn([signing]);
    t = new Transfer(await runHouse({ systems: { signature: { address: outside.url, private: true, secrets: { token, callback: key } } } }), outside);
    const asks = drawn.replace('tax.land', 'signature.sign').replaceAll(/<motcua:input[^]*<\/motcua:input>/g, `<motcua:input name="sha256">"${'ab'.repeat(32)}"</motcua:input><motcua:input name="signer">"lanhdao"</motcua:input><motcua:input name="title">"Giấy"</motcua:input>`).replace('errorCode="rejected"', 'errorCode="refused"');
    await t.publish({ 'process.bpmn': asks, 'connectors/signature.sign.json': text });
  });
  after(async () => {
    await t.outside.stop();
    await t.house.stop();
  });
  const callBack = async (url: string, body: object, secret = key): Promise<readonly [number, unknown]> => {
    const bytes = JSON.stringify(body);
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-signature': signatureOf(secret, Buffer.from(bytes)) }, body: bytes });
    return [answer.status, ((await answer.json()) as { kept?: string }).kept];
  };
  const asked = async (): Promise<{ readonly id: string; readonly url: string }> => {
    const id = await t.file();
    await t.house.work();
    return { id, url: (JSON.parse(t.outside.came.at(-1)?.body ?? '') as { callback: string }).callback };
  };
  const signed = { state: 'signed', signature: 'made up', signedAt: '2026-11-19T03:00:00Z' };

  it('is heard once, when it is who it says', async () => {
    const { id, url } = await asked();
    assert.deepEqual([await callBack(url, signed, 'another-key'), (await t.job(id)).status], [[403, undefined], 'open']);
    assert.deepEqual(await callBack(url, signed), [200, 'new']);
    assert.deepEqual((await t.dossier(id)).data['tax'], { signature: 'made up', signedAt: signed.signedAt });
    assert.deepEqual(await callBack(url, { ...signed, signature: 'other' }), [200, 'repeated']);
    assert.deepEqual((await t.dossier(id)).data['tax'], { signature: 'made up', signedAt: signed.signedAt });
    assert.equal(t.outside.came.length, 1);
    await t.whole(id);
  });

  it('takes the way of the error that it tells', async () => {
    const { id, url } = await asked();
    assert.deepEqual(await callBack(url, { state: 'refused' }), [200, 'new']);
    assert.deepEqual(await t.openAt(id), ['again']);
  });

  it('about work that nobody asked for is refused as one without a key', async () => assert.equal((await callBack(`${t.house.url}/api/connectors/answers/none_1`, signed))[0], 403));

  it('before its own answer came is asked to come again', async () => {
    const id = await t.file();
    assert.equal((await callBack(`${t.house.url}/api/connectors/answers/${(await t.job(id)).id}`, signed))[0], 503);
  });

  it('that never does is an incident after its time', async () => {
    const { id } = await asked();
    t.later(259_200);
    await t.house.work();
    assert.deepEqual((await t.house.store.read((tx) => tx.incidents.find({ dossierId: id }))).map(({ code }) => code), ['answer-late']);
  });
});

describe('a described connector whose process is killed', function () {
  this.timeout(60_000);
  const place = mkdtempSync(join(tmpdir(), 'motcua-described-'));
  after(() => rmSync(place, { recursive: true, force: true }));

  it('between the call and the commit asks again with the same key, and the system does it once', async () => {
    const outside = await standIn([tax]);
    const file = join(place, 'house.sqlite');
    const systems = { tax: { address: outside.url, private: true, secrets: { token } } };
    const opened = async (): Promise<Store> => {
      const store = sqliteStore(file);
      await store.migrate();
      return store;
    };
    const store = await opened();
    const t = new Transfer(await runHouse({ systems }, '2026-11-19T02:00:00.000Z', store), outside);
    await t.publish();
    const id = await t.file();
    const child = spawn(process.execPath, [new URL('../testing/work-once.ts', import.meta.url).pathname, file, JSON.stringify(systems), t.house.clock.now()], { stdio: ['ignore', 'ignore', 'inherit'] });
    outside.next(() => void child.kill('SIGKILL'), 'after');
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    assert.equal(signal, 'SIGKILL');
    assert.deepEqual([outside.done, (await t.job(id)).status, (await t.job(id)).attempts], [1, 'open', 1]);
    t.later(61);
    await t.house.work();
    const keys = keysOf(outside, 0);
    assert.deepEqual([keys.length, new Set(keys).size, outside.done], [2, 1, 1]);
    assert.deepEqual((await t.job(id)).waiting?.with, { reference: 'T-12-345' });
    await t.whole(id);
    await t.house.stop();
    await outside.stop();
  });
});
