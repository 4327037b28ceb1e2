import { strict as assert } from 'node:assert';
import { runHouse, type RunningHouse } from '../../server/testing/running-house.ts';
import type { Visitor } from '../../server/testing/visitor.ts';
import { procedure } from './known.ts';

type Finding = { readonly rule: string; readonly severity: string; readonly file?: string; readonly message: string };
const head = '<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><bpmn:process id="p" isExecutable="true">';
const tail = '</bpmn:process></bpmn:definitions>';
const tasks = (count: number): string => Array.from({ length: count }, (_, index) => `<bpmn:userTask id="t${index}"/>`).join('');

describe('hostile packages in the designer', function () {
  this.timeout(300_000);
  let house: RunningHouse;
  let author: Visitor;
  before(async () => {
    house = await runHouse();
    author = await house.visitor('thietke');
  });
  after(() => house.stop());

  const check = async (path: string, text: string): Promise<readonly Finding[]> =>
    ((await author.done('POST', `/api/designer/procedures/${procedure}/check`, { files: [{ path, text }] })) as unknown as { findings: Finding[] }).findings;

  const bad: readonly (readonly [what: string, path: string, text: string, rule?: string])[] = [
    ['a billion laughs', 'process.bpmn', `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${head}<bpmn:task id="t" name="&b;"/>${tail}`, 'document-type'],
    ['a file of the machine as entity', 'process.bpmn', `<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>${head}${tail}`, 'document-type'],
    ['twenty thousand steps', 'process.bpmn', head + tasks(20_000) + tail],
    ['five thousand levels', 'process.bpmn', head + Array.from({ length: 5000 }, (_, index) => `<bpmn:subProcess id="s${index}">`).join('') + '</bpmn:subProcess>'.repeat(5000) + tail, 'too-deep'],
    ['a reference to nothing', 'process.bpmn', `${head}<bpmn:task id="t"/><bpmn:sequenceFlow id="f" sourceRef="t" targetRef="none"/>${tail}`],
    ['JavaScript', 'process.bpmn', `${head}<bpmn:scriptTask id="t" scriptFormat="javascript"><bpmn:script>process.exit()</bpmn:script></bpmn:scriptTask>${tail}`],
    ['half a file', 'process.bpmn', `${head}<bpmn:userTask id=`],
    ['nothing', 'process.bpmn', ''],
    ['garbage as decisions', 'decisions/fee.dmn', '<a><'.repeat(10_000)],
    ['a form of brackets', 'forms/application.json', '['.repeat(500_000)],
    ['a form that bombs by references', 'forms/application.json', JSON.stringify({ id: 'application', title: { vi: 'x', en: 'x' }, schema: { type: 'object', properties: { a: { $ref: '#/$defs/d' } }, $defs: { d: { allOf: [{ $ref: '#/$defs/d' }] } } }, ui: {}, rules: [], sources: {} })],
    ['a procedure that is a list', 'procedure.json', '[]'],
    ['a procedure five thousand levels deep', 'procedure.json', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['a letter that asks for the machine', 'letters/permit.json', JSON.stringify({ id: 'permit', name: { vi: 'x', en: 'x' }, blocks: [{ text: '{{ process.env }}' }] })],
  ];
  for (const [what, path, text, rule] of bad) it(`finds ${what}, names the file, and others are served meanwhile`, async () => {
    const checking = { done: false };
    const finding = check(path, text).finally(() => { checking.done = true; });
    const reader = await house.visitor();
    while (!checking.done) {
      assert.equal((await reader.fetch('GET', '/healthz')).status, 200);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const errors = (await finding).filter(({ severity }) => severity === 'error');
    assert.ok(errors.length > 0, 'nothing was found');
    assert.ok(errors.some((one) => one.file === path || one.rule === 'too-much'), JSON.stringify(errors[0]));
    if (rule !== undefined) assert.ok(errors.some((one) => one.rule === rule), JSON.stringify(errors.slice(0, 3)));
  });

  it('takes no path that leaves the package, and no name that steers', async () => {
    for (const path of ['../x', '/etc/passwd', 'a/../../b', 'a\\b', './x', '.hidden', 'a//b', 'a/b/c/d/e/f', 'x\u0000.json', 'x\u202ejson', '__proto__', 'constructor', '-x', 'C:x', 'a/'.repeat(150)]) {
      const { status } = await author.json('PUT', `/api/designer/procedures/${procedure}/draft`, { revision: 0, files: [{ path, text: 'x' }] });
      assert.ok([400, 422].includes(status) || (path === 'constructor' && status === 200), `${path}: ${status}`);
      if (status === 200) await author.fetch('DELETE', `/api/designer/procedures/${procedure}/draft`);
    }
  });
  it('tries hostile forms without holding up others', async () => {
    for (const form of [{}, { id: 'x', schema: { $ref: 'http://169.254.169.254/' } }, { id: 'x', schema: { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } } }, { schema: null }, { schema: { properties: 5 } }]) {
      const tried = (await author.done('POST', '/api/designer/forms/try', { form, data: { a: `${'a'.repeat(40)}!` } })) as unknown as { usable: boolean; problems: string[] };
      assert.equal(tried.usable, false);
      assert.ok(tried.problems.length > 0);
    }
  });
  it('says nothing of what was in them to the log', () => assert.deepEqual(house.logged.filter((line) => /passwd|javascript|process\.env|request failed/.test(line)), []));
});

describe('what the log says of people', function () {
  this.timeout(300_000);
  it('is nothing, whatever they send and wherever it breaks', async () => {
    const house = await runHouse();
    const canary = 'Kanari\u1ec7n079199999999';
    const citizen = await house.visitor('congdan1');
    const draft = (await citizen.done('POST', '/api/drafts', { procedure })) as unknown as { id: string; revision: number };
    await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data: { owner: { name: canary, idNo: canary }, [canary]: canary } });
    for (const [method, path, body] of [
      ['POST', `/api/drafts/${draft.id}/check`, undefined], ['POST', `/api/drafts/${draft.id}/file`, { revision: 2, declared: true }], ['POST', '/api/session', { username: canary, password: canary }],
      ['POST', '/api/track', { code: canary, lastDigits: '9999' }], ['GET', `/api/verify/${encodeURIComponent(canary)}`, undefined], ['GET', `/api/desk/dossiers?q=${encodeURIComponent(canary)}`, undefined],
      ['GET', `/${encodeURIComponent(canary)}`, undefined], ['POST', '/api/drafts', `{"a":"${canary}`], ['POST', `/api/procedures/${procedure}/guide`, { answers: { [canary]: canary } }],
    ] as const) await citizen.fetch(method, path, { ...(body === undefined ? {} : { body }), headers: { 'User-Agent': 'Kanari 079199999999', 'Referer': `${house.url}/x?079199999999` } });
    // A fault of the server's own: the database fails with a message that quotes the row, several lines of it.
    const { store } = house.services;
    const read = store.read;
    (store as { read: unknown }).read = () => Promise.reject(new Error(`duplicate key\n    at ${canary} (row:1)\n    at 079199999999`));
    const failed = await citizen.json('GET', '/api/procedures');
    (store as { read: unknown }).read = read;
    assert.equal(failed.status, 500);
    assert.doesNotMatch(JSON.stringify(failed.body), /Kanari|079199|row:1/);
    assert.doesNotMatch(house.logged.join(''), /Kanari|079199999999/);
    assert.ok(house.logged.length > 10);
    await house.stop();
  });
});
