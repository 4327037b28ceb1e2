import { strict as assert } from 'node:assert';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

interface Told { readonly rule: string; readonly severity: string; readonly element: string; readonly message: string }

describe('publishing a procedure for whose steps there must be people', function () {
  this.timeout(120_000);
  const home = '/api/designer/procedures/needs-people';
  let house: RunningHouse;
  let designer: Visitor;
  before(async () => {
    house = await runHouse();
    designer = await house.visitor('thietke');
    await designer.done('POST', '/api/designer/procedures', { key: 'needs-people', name: { vi: 'Cần người', en: 'Needs people' }, from: { procedure: 'construction-permit-house' } });
  });
  after(() => house.stop());

  const told = async (): Promise<readonly Told[]> => ((await designer.done('POST', `${home}/check`, {})) as unknown as { readonly findings: readonly Told[] }).findings.filter(({ rule }) => rule === 'role-unstaffed');
  const drawn = async (): Promise<string> => ((await designer.done('GET', `${home}/file?path=process.bpmn`)) as unknown as { readonly text: string }).text;
  const save = async (revision: number, text: string): Promise<number> => ((await designer.done('PUT', `${home}/draft`, { revision, files: [{ path: 'process.bpmn', text }] })) as unknown as { readonly revision: number }).revision;

  it('warns of competent units that lack somebody, and refuses a step that reaches nobody in any of them', async () => {
    const [warned, ...others] = await told();
    assert.deepEqual([warned?.severity, others], ['warning', []]);
    assert.match(warned!.message, /Sample Mai Ward \(.*Handling officer/);
    const sound = await drawn();
    const revision = await save(1, sound.replace('motcua:role="clerk"', 'motcua:role="centre_head"'));
    assert.deepEqual((await told()).map(({ severity }) => severity), ['error', 'warning']);
    const refused = await designer.json('POST', `${home}/publish`, { revision });
    assert.deepEqual([refused.status, refused.body['code']], [422, 'not-sound']);
    assert.ok(JSON.stringify(refused.body).includes('Head of the one-stop centre'));
    await designer.done('POST', `${home}/publish`, { revision: await save(revision, sound) });
  });
});
