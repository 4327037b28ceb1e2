import { strict as assert } from 'node:assert';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';

describe('answers in JSON', function () {
  this.timeout(60_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
  });
  after(() => house.stop());

  const asked = async (path: string, who?: string, accepts = 'gzip, br') => {
    const answer = await (await house.visitor(who)).fetch('GET', path, { headers: { 'Accept-Encoding': accepts } });
    return { packed: answer.headers.get('content-encoding'), vary: answer.headers.get('vary'), json: await answer.json() as unknown };
  };

  it('come packed to whoever is not signed in, where it is worth it, and say the same', async () => {
    const [packed, plain] = [await asked('/api/openapi.json'), await asked('/api/openapi.json', undefined, 'identity')];
    assert.deepEqual([packed.packed, packed.vary, plain.packed, plain.vary], ['gzip', 'Accept-Encoding', null, 'Accept-Encoding']);
    assert.deepEqual(packed.json, plain.json);
    assert.equal((await asked('/api/session')).packed, null, 'a few words');
  });

  it('come as they are to whoever is, for their size would tell of what they hold', async () => {
    assert.equal((await asked('/api/openapi.json', 'congdan1')).packed, null);
    assert.equal((await asked('/api/people', 'quantri')).packed, null);
  });
});
