import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };
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
    assert.match(out, /^within 15 days: \d+ %; time on the clock: half within/m);
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

  it('tells several runs by their range, each of them the run of its seed', async () => {
    const staff = ['--staff', 'handler=1'];
    const { code, out, error } = await simulated(...staff, '--runs', '3');
    assert.deepEqual([code, error], [0, '']);
    assert.match(out, /^3 runs, seeds 1 to 3: \d+ \(\d+ to \d+\) dossiers in 10 working days from 2026-03-02 \(2 a day\)$/m);
    assert.match(out, /^within 15 days: \d+ % \(\d+ % to \d+ %\); time on the clock: half within/m);
    assert.match(out, /^handler +1 +\d+ % \(\d+ % to \d+ %\) /m);
    const { outcomes } = JSON.parse((await simulated(...staff, '--json', '--runs', '2', '--seed', '2')).out) as { outcomes: unknown[] };
    assert.deepEqual(outcomes, [figures(await simulated(...staff, '--json', '--seed', '2')).outcome, figures(await simulated(...staff, '--json', '--seed', '3')).outcome]);
  });

  it('counts by another calendar, of mornings alone, and refuses what is none', async () => {
    const mornings = { ...hcmc, days: [], sameDayCutoff: '09:00', weekly: Object.fromEntries(Object.entries(hcmc.weekly).map(([day, hours]) => [day, hours.length === 0 ? [] : [['07:30', '09:30']]])) };
    const folder = await mkdtemp(join(tmpdir(), 'motcua-calendar-'));
    const [file, broken] = [join(folder, 'mornings.json'), join(folder, 'broken.json')];
    await writeFile(file, JSON.stringify(mornings));
    await writeFile(broken, '{}');
    const plain = figures(await simulated('--staff', 'handler=1', '--json'));
    const other = figures(await simulated('--staff', 'handler=1', '--json', '--calendar', file));
    assert.notDeepEqual(other.outcome, plain.outcome);
    const refused = await simulated('--calendar', broken);
    assert.equal(refused.code, 2);
    assert.match(refused.error, /expected a working calendar in .*broken\.json, but/);
    await rm(folder, { recursive: true });
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
