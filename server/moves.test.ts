import { strict as assert } from 'node:assert';
import type { ProcessView } from './api/move.ts';
import { fileHouse } from './testing/filing.ts';
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
