import { strict as assert } from 'node:assert';
import type { InFlight } from '../api/in-flight.ts';
import type { TransferExamined } from '../api/transfer.ts';
import { publishFolder } from '../seed/foundation.ts';
import { checks, doStep, fileHouse, upload } from '../testing/filing.ts';
import { photoBlob } from '../testing/photos.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

interface Told { readonly key: string; readonly process: string; readonly step: string; readonly limit: readonly [string, string]; readonly open: string; file(house: RunningHouse, citizen: Visitor): Promise<unknown> }

const diagram: Told = {
  key: 'construction-permit-house', process: 'process.bpmn', step: 'reception', limit: ['motcua:form="reception" motcua:role="receptionist" motcua:unit="receiving" motcua:timeLimit="4 working hours"', 'motcua:form="reception" motcua:role="receptionist" motcua:unit="receiving" motcua:timeLimit="2 working hours"'], open: 'Tiếp nhận, kiểm tra hồ sơ',
  file: fileHouse,
};
const statechart: Told = {
  key: 'urban-order-report', process: 'process.statechart.json', step: 'classify', limit: ['10 minutes', '5 minutes'], open: 'Phân loại phản ánh',
  file: async (house, citizen) => {
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'urban-order-report' })) as unknown as { id: string; revision: number };
    const { body } = await upload(citizen, `draft=${draft.id}&field=photos`, ['via-he.jpg', photoBlob('image/jpeg', 6)]);
    const data = { category: 'trat_tu', title: 'Bán hàng lấn chiếm', description: 'Quầy hàng.', site: { commune: '99001', spot: { latitude: 9.9013, longitude: 107.3012 } }, photos: body.files, reporter: { phone: '0900000001', hideIdentity: true, publish: false }, declaration: true };
    const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data, delivery: { method: 'electronic' } })) as unknown as { revision: number };
    await citizen.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true });
    await house.work();
  },
};

for (const [kind, { key, process, step, limit, open, file }] of Object.entries({ diagram, statechart })) describe(`live dossiers of a ${kind} under a draft`, function () {
  this.timeout(120_000);
  const at = `/api/designer/procedures/${key}`;
  let house: RunningHouse;
  let designer: Visitor;
  before(async () => {
    house = await runHouse();
    if (key === 'urban-order-report') await publishFolder(house.services, new URL(`../../procedures/${key}`, import.meta.url).pathname);
    designer = await house.visitor('thietke');
    await file(house, await house.visitor('congdan1'));
    await file(house, await house.visitor('congdan1'));
  });
  after(() => house.stop());

  const look = async (who = designer, mapping: Readonly<Record<string, string>> = {}): Promise<InFlight> => (await who.done('POST', `${at}/in-flight`, { mapping })) as unknown as InFlight;
  const edit = async (changes: Readonly<Record<string, (text: string) => string>>): Promise<void> => {
    await designer.json('DELETE', `${at}/draft`);
    const files = [];
    for (const [path, change] of Object.entries(changes)) {
      const { text } = (await designer.done('GET', `${at}/file?path=${path}`)) as unknown as { text: string };
      files.push({ path, text: change(text) });
      assert.notEqual(files.at(-1)?.text, text, path);
    }
    await designer.done('PUT', `${at}/draft`, { revision: 0, files });
  };
  const counts = ({ safe, clerk, citizen, cannot }: Pick<InFlight, 'safe' | 'clerk' | 'citizen' | 'cannot'>) => [safe, clerk, citizen, cannot];
  const asksProof = (text: string): string => {
    const form = JSON.parse(text) as { schema: { properties: object; required: string[] }; ui: { pages: { fields: string[] }[]; fields: object }; sources: object };
    form.schema.properties = { ...form.schema.properties, proof: { $ref: 'motcua:files' } };
    form.schema.required = [...form.schema.required, 'proof'];
    form.ui.pages[0]!.fields.push('proof');
    form.ui.fields = { ...form.ui.fields, proof: { label: { vi: 'Giấy chứng minh', en: 'Proof' } } };
    return JSON.stringify(form);
  };

  it('are safe while nothing that touches them is changed, and are told by where they stand', async () => {
    await edit({ 'procedure.json': (text) => text.replace('"vi": "', '"vi": "Mới: ') });
    const found = await look();
    assert.deepEqual([found.usable, found.running, found.looked, counts(found)], [true, 2, 2, [2, 0, 0, 0]]);
    assert.deepEqual(found.places.find(({ node }) => node.endsWith(step)), { node: found.groups[0]!.at.find(({ node }) => node.endsWith(step))!.node, name: { vi: open, en: found.places.find(({ node }) => node.endsWith(step))!.name.en }, count: 2 });
    assert.deepEqual(found.groups.map(({ version, verdict, count, reasons, dossiers }) => [version, verdict, count, reasons, dossiers.length]), [[1, 'safe', 2, [], 2]]);
  });

  it('need the clerk where the limit of their step is another, with both limits', async () => {
    await edit({ [process]: (text) => text.replace(limit[0], limit[1]) });
    const [group, ...others] = (await look()).groups;
    assert.deepEqual([others, group?.verdict, group?.able, group?.count, group?.reasons.map(({ code, step: name, need, file: path }) => [code, name?.vi, need, path])], [[], 'clerk', true, 2, [['limit', open, 'clerk', null]]]);
    assert.match(`${group!.reasons[0]!.from} → ${group!.reasons[0]!.to}`, /\d .+ → \d .+/);
  });

  it('need the clerk where their step is gone, until it is said what takes its place', async () => {
    await edit({ [process]: (text) => text.replaceAll(new RegExp(`(["#.]|\\b)${step}(?=["._]|\\b)`, 'g'), `$1${step}2`).replaceAll(`"form": "${step}2"`, `"form": "${step}"`).replaceAll(`motcua:form="${step}2"`, `motcua:form="${step}"`) });
    const found = await look();
    assert.deepEqual([counts(found), found.groups[0]?.able, found.groups[0]?.reasons.map(({ code, step: name }) => [code, name?.vi])], [[0, 2, 0, 0], false, [['gone', open]]]);
    const [gone] = found.gone;
    const there = found.targets.find(({ name, kind: its }) => name.vi === open && its === gone?.kind);
    assert.ok(gone && there);
    assert.deepEqual(counts(await look(designer, { [gone.id]: there.id, none: 'nowhere' })), [2, 0, 0, 0]);
  });

  it('need the citizen where the application asks for a document that they lack, and the dry run after publishing says the same', async () => {
    await edit({ 'forms/application.json': asksProof });
    const before = await house.store.read(async (tx) => [await tx.dossiers.find({ procedureKey: key }), await tx.journal.count({}), await tx.transfers.count({}), await tx.procedureDrafts.find({})]);
    const found = await look();
    assert.deepEqual(await house.store.read(async (tx) => [await tx.dossiers.find({ procedureKey: key }), await tx.journal.count({}), await tx.transfers.count({}), await tx.procedureDrafts.find({})]), before, 'nothing is written');
    assert.deepEqual([counts(found), found.groups.map(({ reasons }) => reasons.map(({ code, field, file: path }) => [code, field, path]))], [[0, 0, 2, 0], [[['application', { id: 'proof', label: { vi: 'Giấy chứng minh', en: 'Proof' }, kind: 'document', missing: true }, 'forms/application.json']]]]);
    const revision = ((await designer.done('GET', at)) as unknown as { draft: { revision: number } }).draft.revision;
    const former = ((await designer.done('GET', at)) as unknown as { versions: { hash: string }[] }).versions[0]!.hash;
    const { hash } = (await designer.done('POST', `${at}/publish`, { revision })) as unknown as { hash: string };
    assert.equal(found.hash, hash, 'the name that it was shown under');
    const dry = (await (await house.visitor('quantri')).done('POST', `${at}/transfers/examine`, { from: former, to: hash, mapping: {} })) as unknown as TransferExamined;
    assert.deepEqual(counts(dry), counts(found));
    assert.deepEqual(dry.dossiers.map(({ code, reasons }) => [code, reasons[0]?.field?.label.vi]).toSorted(), found.groups[0]!.dossiers.map(({ code }) => [code, 'Giấy chứng minh']).toSorted());
  });

  it('are named, and opened only by who may: administrators where they stand, those who handle them whole, designers not at all', async () => {
    await edit({ [process]: (text) => text.replace(limit[0], limit[1]) });
    const pages = async (login: string) => [...new Set((await look(await house.visitor(login))).groups.flatMap(({ dossiers }) => dossiers.map(({ page }) => page)))];
    assert.deepEqual([await pages('thietke'), await pages('quantri')], [[null], ['process']]);
    const [row] = await house.store.read((tx) => tx.dossiers.find({ procedureKey: key }, { limit: 1 }));
    await house.store.transaction((tx) => tx.roleAssignments.insert({ id: `both-${kind}`, accountId: 'account-thietke', role: 'handler', unitId: row!.unitId, validFrom: '2026-01-01T00:00:00.000Z', validTo: null, delegatedBy: null, document: null, createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'system' }));
    assert.deepEqual(await pages('thietke'), ['dossier']);
    assert.ok(!JSON.stringify(await look()).includes('Giả Định'), 'nothing of the people in them');
  });

  if (kind === 'diagram') it('need the clerk where somebody has in hand what asks otherwise, and where what was done asks more', async () => {
    const clerk = await house.visitor('tiepnhan');
    const [one, other] = await house.store.read((tx) => tx.tasks.find({ procedureKey: key, node: step, status: 'open' }));
    await clerk.done('POST', `/api/tasks/${one!.id}/claim`, { expectedVersion: (await house.store.read((tx) => tx.dossiers.first({ id: one!.dossierId })))!.version });
    await doStep(house, clerk, other!.dossierId, step, { outcome: 'accept', checks, feeWaived: false });
    await edit({ 'forms/reception.json': asksProof });
    const why = Object.fromEntries((await look()).groups.flatMap(({ dossiers, reasons }) => dossiers.map(({ id }) => [id, reasons.filter(({ code }) => code !== 'application').map(({ code, step: name, field, file: path }) => [code, name?.vi, field?.label.vi, path])])));
    assert.deepEqual(why, { [one!.dossierId]: [['in-hand', open, undefined, 'forms/reception.json']], [other!.dossierId]: [['answered', open, 'Giấy chứng minh', 'forms/reception.json']] });
  });

  if (kind === 'statechart') it('are looked at from the newest on when they are very many, and it is said how many', async () => {
    const [row] = await house.store.read((tx) => tx.dossiers.find({ procedureKey: key }, { limit: 1 }));
    await house.store.transaction(async (tx) => {
      for (let n = 0; n < 1000; n += 1) await tx.dossiers.insert({ ...row!, id: `old-${n}`, code: `OLD-${n}`, submittedAt: '2026-11-01T02:00:00.000Z' });
    });
    const { running, looked, groups, ...rest } = await look();
    assert.deepEqual([running, looked, counts(rest).reduce((sum, count) => sum + count), groups.reduce((sum, { count }) => sum + count, 0)], [1002, 1000, 1000, 1000]);
    const named = groups.map(({ dossiers }) => dossiers.map(({ code }) => code));
    assert.deepEqual([Math.max(...named.map(({ length }) => length)), named.flat().filter((code) => !code.startsWith('OLD')).length], [20, 2]);
    await house.store.transaction(async (tx) => {
      for (let n = 0; n < 1000; n += 1) await tx.dossiers.remove({ id: `old-${n}` });
    });
  });

  it('are not looked at while the draft cannot be read', async () => {
    await edit({ [process]: () => '<' });
    const { usable, hash, running, groups } = await look();
    assert.deepEqual([usable, hash, running, groups], [false, null, 2, []]);
  });
});
