import { strict as assert } from 'node:assert';
import { packageFolder } from '../testing/running-house.ts';
import { said } from '../testing/said.ts';
import { root } from './house.ts';

const simulated = (...options: readonly string[]) => said(['simulate', packageFolder, '--at', '2026-03-02T00:30:00Z', '--days', '10', ...options]);
const figures = ({ out }: { readonly out: string }) => JSON.parse(out) as { readonly outcome: { readonly dossiers: number; readonly inTime: number; readonly roles: readonly { readonly busy: number }[] } };

describe('motcua simulate', function () {
  this.timeout(120_000);

  it('tells people how long each step waits, how busy each role is and how many keep the limit', async () => {
    const { code, out, error } = await simulated('--staff', 'receptionist=1,handler=1');
    assert.deepEqual([code, error], [0, '']);
    assert.match(out, /^\d+ dossiers in 10 working days from 2026-03-02 \(2 a day, seed 1\)$/m);
    assert.match(out, /^within 7 working days: \d+ %; time on the clock: half within/m);
    assert.match(out, /^step +times +waits +9 of 10 wait +work$/m);
    assert.match(out, /^receptionist +1 +\d+ % +\d+$/m);
    assert.match(out, /^handler +1 +\d+ % +\d+$/m);
  });

  it('gives the same figures for the same seed, others for another, and more load for more dossiers', async () => {
    const staff = ['--staff', 'handler=1', '--json'];
    const [once, again, other, more] = [await simulated(...staff), await simulated(...staff), await simulated(...staff, '--seed', '2'), await simulated(...staff, '--arrivals', '8')];
    assert.equal(once.out, again.out);
    assert.notEqual(once.out, other.out);
    assert.ok(figures(more).outcome.dossiers > figures(once).outcome.dossiers);
    assert.ok(figures(more).outcome.roles[0]!.busy > figures(once).outcome.roles[0]!.busy);
    assert.ok(figures(more).outcome.inTime < figures(once).outcome.inTime);
  });

  it('lets dossiers come to a statechart, too', async () => {
    const { code, out, error } = await said(['simulate', `${root}/procedures/urban-order-report`, '--at', '2026-03-02T00:30:00Z', '--days', '2']);
    assert.deepEqual([code, error], [0, '']);
    assert.match(out, /^within 120 minutes: \d+ %;/m);
  });

  const wrong: Readonly<Record<string, readonly [words: readonly string[], why: RegExp]>> = {
    'a number that is none': [['--days', 'many'], /expected --days to be a number from 1 to 1000, but it is "many"/],
    'people that are not counted': [['--staff', 'handler'], /expected --staff to be like receptionist=1,handler=3, but it has "handler"/],
    'a role that has nothing to do': [['--staff', 'gardener=1'], /expected --staff to name roles of the process \(.*handler.*\), but it names gardener/],
  };
  for (const [name, [words, why]] of Object.entries(wrong)) {
    it(`refuses ${name}`, async () => {
      const { code, error } = await simulated(...words);
      assert.equal(code, 2);
      assert.match(error, why);
    });
  }
});
