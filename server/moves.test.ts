import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { ProcessView } from './api/move.ts';
import { doStep, fileHouse } from './testing/filing.ts';
import { runHouse, type RunningHouse } from './testing/running-house.ts';

describe('a move by hand that cannot be made', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  let dossier: string;
  let process: ProcessView;
  before(async () => {
    house = await runHouse();
    ({ dossier } = await fileHouse(house, await house.visitor('congdan1')));
    process = (await (await house.visitor('quantri')).done('GET', `/api/dossiers/${dossier}/process`)) as unknown as ProcessView;
  });
  after(() => house.stop());

  const [token, begin] = [() => process.tokens[0]!.token, [{ place: 'before', element: 'reception' }]];
  const refused: Readonly<Record<string, readonly [body: () => object, en: RegExp, vi: RegExp]>> = {
    'because nothing would be left': [() => ({ cancel: [token()], begin: [] }), /expected something to go on after the change/, /hồ sơ không còn bước nào để đi tiếp/],
    'because there is no such token': [() => ({ cancel: [99], begin }), /expected a token 99 to take away/, /không còn dấu 99/],
    'because there is no such step': [() => ({ cancel: [token()], begin: [{ place: 'before', element: 'nowhere' }] }), /expected an element of \w+, but there is no nowhere/, /không có bước \(nowhere\)/],
    'because the form has no such field': [() => ({ cancel: [token()], begin, changes: { 'application.nothing': 3 } }), /The form has no field “nothing”/, /Biểu mẫu không có trường “nothing”/],
  };
  for (const [why, [body, en, vi]] of Object.entries(refused)) it(`says in the reader’s language that it is ${why}`, async () => {
    for (const [language, words] of [['en', en], ['vi', vi]] as const) for (const way of ['move', 'move/preview']) {
      const answer = await (await house.visitor('quantri', language)).json('POST', `/api/dossiers/${dossier}/${way}`, { expectedVersion: process.version, reason: 'Nhầm bước', ...body() });
      const { status, body: { code, errors } } = answer as unknown as { status: number; body: { code: string; errors: readonly { message: string }[] } };
      assert.deepEqual([status, code], [422, 'invalid'], JSON.stringify(answer.body));
      assert.match(errors.map(({ message }) => message).join(), words);
    }
  });
});

describe('a failed step that is left', function () {
  this.timeout(60_000);
  const template = new URL('../designer/templates/blank/', import.meta.url);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
  });
  after(() => house.stop());

  it('is left once, and a repeat gets the first answer although the incident is closed', async () => {
    const [designer, citizen, admin] = [await house.visitor('thietke'), await house.visitor('congdan1'), await house.visitor('quantri')];
    await designer.done('POST', '/api/designer/procedures', { key: 'lab', name: { vi: 'Thử', en: 'Lab' }, from: { template: 'blank' } });
    const drawn = (await readFile(new URL('process.bpmn', template), 'utf8'))
      .replace('sourceRef="answer" targetRef="answered"/>', 'sourceRef="answer" targetRef="count"/><bpmn:scriptTask id="count" name="Đếm"><bpmn:script>string length(application.owner.email)</bpmn:script></bpmn:scriptTask><bpmn:sequenceFlow id="count_answered" sourceRef="count" targetRef="answered"/>');
    const { revision } = (await designer.done('PUT', '/api/designer/procedures/lab/draft', { revision: 1, files: [{ path: 'process.bpmn', text: drawn }] })) as unknown as { revision: number };
    await designer.done('POST', '/api/designer/procedures/lab/publish', { revision });
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'lab' })) as unknown as { id: string };
    const data = JSON.parse(await readFile(new URL('scenarios/applications/usual.json', template), 'utf8')) as object;
    const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: 1, data })) as unknown as { revision: number };
    const { dossier } = (await citizen.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true })) as unknown as { dossier: string };
    await doStep(house, await house.visitor('thuly'), dossier, 'answer', { answer: 'Đã xem xét hồ sơ.' });
    const { incidents: [incident] } = (await admin.done('GET', '/api/incidents')) as unknown as { incidents: readonly { id: string; code: string }[] };
    assert.equal(incident?.code, 'missing-data');
    const skip = (key: string) => admin.json('POST', `/api/incidents/${incident.id}/skip`, { data: { count: 0 }, reason: 'Không có thư điện tử' }, { 'Idempotency-Key': key });
    assert.deepEqual([(await skip('left-once-0123456789')).status, (await skip('left-once-0123456789')).status, (await skip('left-again-0123456789')).status], [204, 204, 404]);
  });
});
