import { strict as assert } from 'node:assert';
import { readFolder } from '../procedures/folder.ts';
import { publish, readyToPublish } from './library/publish.ts';
import { ward } from './seed/units.ts';
import { runHouse, type RunningHouse } from './testing/running-house.ts';

const blank = new URL('../designer/templates/blank', import.meta.url).pathname;
const process = ({ start = 'motcua:role="handler"', next = 'section_head', more = '' } = {}): string => `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><bpmn:process id="note" isExecutable="true">
  <bpmn:startEvent id="seen" name="Thấy việc" motcua:nameEn="Seen" ${start}/>
  <bpmn:userTask id="look" name="Xem xét" motcua:nameEn="Look at it" motcua:form="answer" motcua:role="${next}" motcua:timeLimit="1 working day" motcua:state="4" motcua:clock="start"/><bpmn:userTask id="close" name="Ghi lại" motcua:nameEn="Note it" motcua:form="answer" motcua:role="handler" motcua:timeLimit="1 working day" motcua:clock="end"/><bpmn:endEvent id="end" name="Xong" motcua:nameEn="Done"/>
  <bpmn:sequenceFlow id="a" sourceRef="seen" targetRef="look"/><bpmn:sequenceFlow id="b" sourceRef="look" targetRef="close"/><bpmn:sequenceFlow id="c" sourceRef="close" targetRef="end"/>${more}</bpmn:process></bpmn:definitions>`;
const form = {
  id: 'application', title: { vi: 'Việc của phường', en: 'Work of the ward' }, rules: [], sources: {},
  schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', required: ['matter'], properties: { matter: { $ref: 'motcua:line' }, note: { $ref: 'motcua:long-text' } }, additionalProperties: false },
  ui: { sections: { main: { vi: 'Việc', en: 'Work' } }, pages: [{ id: 'what', section: 'main', title: { vi: 'Việc gì?', en: 'What is it?' }, fields: ['matter', 'note'] }], fields: { matter: { label: { vi: 'Việc', en: 'Matter' } }, note: { label: { vi: 'Ghi thêm', en: 'More' } } } },
};

describe('a dossier that somebody of the office begins, over HTTP', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => (house = await runHouse()));
  after(() => house.stop());

  const content = async (change: Readonly<Record<string, unknown>> = {}, drawn = process(), asked: object = form) => {
    const files = await readFolder(blank);
    const kept = [...files].filter(([path]) => !path.startsWith('scenarios/'));
    const { agency: _agency, components: _papers, ...procedure } = JSON.parse(String(new TextDecoder().decode(files.get('procedure.json') as Uint8Array))) as Record<string, unknown>;
    const told = {
      ...procedure, key: 'ward-note', subject: 'matter', channels: ['office'], applicants: [{ kind: 'office', name: { vi: 'Cơ quan', en: 'The office' } }],
      agency: { name: { vi: 'Phường', en: 'Ward' }, level: 'commune', source: 'Thử', mark: 'design' },
      components: [{ code: 'C1', name: { vi: 'Phiếu', en: 'Slip' }, required: true, kind: 'form', originals: 0, copies: 0, source: 'Thử', mark: 'design' }], ...change,
    };
    return new Map([...kept, ['procedure.json', JSON.stringify(told)], ['forms/application.json', JSON.stringify(asked)], ['process.bpmn', drawn]] as const);
  };
  const errorsOf = async (files: Awaited<ReturnType<typeof content>>) => {
    const ready = await readyToPublish(house.services.files, files);
    return 'findings' in ready ? ready.findings.filter(({ severity, rule }) => severity === 'error' && rule === 'start-by-hand').map(({ element }) => element) : [];
  };
  const body = { procedure: 'ward-note', unit: ward, data: { matter: 'Cây đổ ở đầu đường' } };
  const key = (name: string) => ({ 'Idempotency-Key': `begin-${name}-0123456789` });

  it('is offered to whoever holds the role of the start, in their unit, and to nobody else', async () => {
    const ready = await readyToPublish(house.services.files, await content());
    assert.ok('hash' in ready, JSON.stringify(ready));
    await house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
    const offered = async (login: string) => ((await (await house.visitor(login)).done('GET', '/api/desk/beginnings')) as unknown as { procedures: { key: string; units: { id: string }[] }[] }).procedures.map((one) => [one.key, one.units.map(({ id }) => id)]);
    assert.deepEqual(await offered('thuly'), [['ward-note', [ward]]]);
    assert.deepEqual(await offered('truongphong'), []);
  });

  it('begins once, has no applicant, is named by its subject, and goes on at the desk', async () => {
    const handler = await house.visitor('thuly');
    const [first, again] = [await handler.json('POST', '/api/desk/dossiers', body, key('one')), await handler.json('POST', '/api/desk/dossiers', body, key('one'))];
    assert.deepEqual([first.status, again.body], [201, first.body], JSON.stringify(first.body));
    const begun = first.body as unknown as { dossier: string; open: { name: { en: string }; mine: boolean }[] };
    assert.deepEqual(begun.open.map(({ name, mine }) => [name.en, mine]), [['Look at it', false]]);
    const page = await handler.done('GET', `/api/desk/dossiers/${begun.dossier}`) as unknown as { applicant: unknown; channel: string; subject: string; data: Record<string, unknown>; history: { by: { id: string } | null; kind: string }[] };
    assert.deepEqual([page.applicant, page.channel, page.subject, page.data['matter']], [null, 'office', 'Cây đổ ở đầu đường', 'Cây đổ ở đầu đường']);
    assert.deepEqual([page.history[0]?.kind, page.history[0]?.by?.id], ['begin', 'account-thuly']);
    assert.equal(await house.store.read((tx) => tx.dossiers.count({ procedureKey: 'ward-note' })), 1);
    const list = await (await house.visitor('truongphong')).done('GET', '/api/tasks') as unknown as { items: { dossier: { id: string } }[] };
    assert.ok(list.items.some(({ dossier }) => dossier.id === begun.dossier));
  });

  const refused: readonly (readonly [who: string, login: string, body: object, status: number])[] = [
    ['another role', 'truongphong', body, 404], ['another unit', 'thuly', { ...body, unit: 'ward-99002' }, 404], ['an answer that the form does not take', 'thuly', { ...body, data: { note: 'Không nói việc gì' } }, 422],
    ['a procedure for which people apply', 'thuly', { ...body, procedure: 'construction-permit-house' }, 404],
  ];
  for (const [who, login, sent, status] of refused) it(`does not begin for ${who}`, async () => {
    assert.equal((await (await house.visitor(login)).json('POST', '/api/desk/dossiers', sent, key(`${login}-${status}`))).status, status);
  });

  it('is no service: citizens neither find it nor begin a draft of it', async () => {
    const citizen = await house.visitor('congdan1');
    const { procedures } = await citizen.done('GET', '/api/procedures') as unknown as { procedures: { key: string }[] };
    assert.ok(!procedures.some((one) => one.key === 'ward-note'));
    assert.equal((await citizen.json('GET', '/api/procedures/ward-note')).status, 404);
    const clock = await citizen.done('GET', '/api/open-data/clock') as unknown as { procedures: { key: string }[] };
    assert.ok(clock.procedures.length > 0 && !clock.procedures.some((one) => one.key === 'ward-note'), 'the public clock leads to sheets');
    assert.equal((await citizen.json('POST', '/api/drafts', { procedure: 'ward-note' }, key('draft'))).status, 404);
  });

  it('is not filed past the desk either', async () => {
    const hash = (await house.store.read((tx) => tx.procedureVersions.first({ key: 'ward-note', offered: true })))!.hash;
    const answer = await house.services.runtime.file({ actor: 'account-congdan1', key: 'file-past', procedureHash: hash, unitId: ward, application: body.data, applicant: { account: 'account-congdan1', name: 'x' }, channel: 'online', delivery: {} });
    assert.equal(answer.ok ? 'filed' : answer.refused, 'invalid');
  });

  it('begins in the one unit that procedure.json names', async () => {
    const ready = await readyToPublish(house.services.files, await content({ key: 'other-note', office: { unit: 'H29.906' } }));
    assert.ok('hash' in ready, JSON.stringify(ready));
    await house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
    const handler = await house.visitor('thuly');
    assert.equal((await handler.json('POST', '/api/desk/dossiers', { ...body, procedure: 'other-note' }, key('other'))).status, 404);
    const inspector = await house.visitor('thanhtra2');
    assert.equal((await inspector.json('POST', '/api/desk/dossiers', { ...body, procedure: 'other-note', unit: 'inspectorate' }, key('inspector'))).status, 201);
  });

  it('begins only in units of the kinds that procedure.json lists', async () => {
    const ready = await readyToPublish(house.services.files, await content({ key: 'third-note', beginsIn: ['inspectorate'] }));
    assert.ok('hash' in ready, JSON.stringify(ready));
    await house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
    const third = { ...body, procedure: 'third-note' };
    assert.equal((await (await house.visitor('thuly')).json('POST', '/api/desk/dossiers', third, key('third'))).status, 404);
    assert.equal((await house.services.runtime.begin({ actor: 'account-thuly', key: 'past-the-desk', procedureHash: ready.hash, unitId: ward, application: body.data })).ok, false);
    assert.equal((await (await house.visitor('thanhtra2')).json('POST', '/api/desk/dossiers', { ...third, unit: 'inspectorate' }, key('third-inspector'))).status, 201);
  });

  const files = { ...form, schema: { ...form.schema, properties: { ...form.schema.properties, photos: { $ref: 'motcua:files' } } }, ui: { ...form.ui, pages: [{ ...form.ui.pages[0], fields: ['matter', 'note', 'photos'] }], fields: { ...form.ui.fields, photos: { label: { vi: 'Ảnh', en: 'Photos' } } } } };
  const unfit: readonly (readonly [what: string, files: () => ReturnType<typeof content>, elements: readonly string[]])[] = [
    ['nobody who begins it', () => content({}, process({ start: '' })), ['channels']],
    ['another channel', () => content({ channels: ['online', 'office'] }), ['channels']],
    ['a step of an applicant', () => content({}, process({ next: 'applicant' })), ['look']],
    ['a second way to begin', () => content({}, process({ more: '<bpmn:startEvent id="too"/><bpmn:sequenceFlow id="d" sourceRef="too" targetRef="look"/>' })), ['too']],
    ['files in its form', () => content({}, process(), files), ['photos']],
  ];
  for (const [what, of, elements] of unfit) it(`is not published with ${what}`, async () => assert.deepEqual(await errorsOf(await of()), elements));
});
