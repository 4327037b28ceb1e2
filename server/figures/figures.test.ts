import { strict as assert } from 'node:assert';
import type { PublicClock } from '../api/figures.ts';
import { checks, doStep, fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { clockCsv } from './csv.ts';

const key = 'construction-permit-house';

describe('the public clock', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  const filed: string[] = [];
  before(async () => {
    house = await runHouse();
    for (let count = 0; count < 6; count += 1) {
      house.clock.set('2026-11-19T02:00:00.000Z');
      const { dossier } = await fileHouse(house, await house.visitor('congdan1'));
      filed.push(dossier);
      await house.work();
      // Received after 30, 60 … minutes of office hours; the last one waits.
      house.clock.set(new Date(Date.parse('2026-11-19T02:00:00.000Z') + 30 * 60_000 * (count + 1)).toISOString());
      if (count < 5) await doStep(house, await house.visitor('tiepnhan'), dossier, 'reception', { outcome: 'accept', checks, feeWaived: false });
    }
    // Working days later the clocks of five have ended, one of them late.
    await house.store.transaction(async (tx) => {
      for (const [index, id] of filed.slice(0, 5).entries()) {
        const row = (await tx.dossiers.first({ id }))!;
        const endedAt = index === 4 ? '2026-12-15T03:00:00.000Z' : `2026-11-2${index + 3}T03:00:00.000Z`;
        await tx.dossiers.update({ id }, { clock: { ...(row.clock as object), endedAt }, status: 'completed', endedAt });
        if (index < 4) await tx.ratings.insert({ dossierId: id, stars: 5 - index, comment: null, answers: {}, at: endedAt });
      }
    });
    house.clock.set('2026-12-20T02:00:00.000Z');
  });
  after(() => house.stop());
  const ask = async () => (await (await house.visitor()).done('GET', '/api/open-data/clock')) as unknown as PublicClock;

  it('tells how long a procedure and its steps take, who waits, and how often the law is kept', async () => {
    const { procedures: [permit], units, minimum } = await ask();
    assert.ok(permit);
    assert.deepEqual([permit.key, permit.filed, permit.ended, permit.open, permit.onTime, minimum], [key, 6, 5, 1, 0.8, 5]);
    const reception = permit.steps.find(({ node }) => node === 'reception');
    // 30, 60, 90 and then the midday break lies between: working minutes only.
    assert.deepEqual([reception?.done, reception?.waiting, reception?.time?.median], [5, 1, 90]);
    assert.ok(reception!.time!.p90 >= reception!.time!.median);
    assert.equal(reception?.whose, 'unit');
    assert.deepEqual(units.map(({ unit, ended, onTime, rated, stars }) => [unit.id, ended, onTime, rated, stars]), [['ward-99001', 5, 0.8, 4, null]]);
  });

  it('says nothing of what is too few', async () => {
    const { procedures: [permit] } = await ask();
    assert.deepEqual([permit?.rated, permit?.stars], [4, null]);
    for (const step of permit!.steps.filter(({ done }) => done < 5)) assert.equal(step.time, null, step.node);
  });

  it('is found once for everybody who asks within ten minutes', async () => {
    const first = await ask();
    house.clock.set('2026-12-20T02:05:00.000Z');
    assert.equal((await ask()).at, first.at);
    house.clock.set('2026-12-20T02:20:00.000Z');
    assert.equal((await ask()).at, '2026-12-20T02:20:00.000Z');
  });

  it('names nobody, and says the same as a table', async () => {
    const answer = await (await house.visitor()).fetch('GET', '/api/open-data/clock.csv');
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
    const text = await answer.text();
    const rows = text.trim().split('\r\n').map((row) => row.split(','));
    assert.ok(rows.length > 3 && rows.every((row) => row.length === rows[0]!.length));
    const permit = rows.find(([level, procedure]) => level === 'procedure' && procedure === key)!;
    assert.equal(permit[rows[0]!.indexOf('on_time_share')], '0.8');
    // a sample says in each row that it is made up
    assert.equal((await ask()).fictional, true);
    assert.ok(rows.slice(1).every((row) => row[rows[0]!.indexOf('fictional')] === 'yes'));
    for (const secret of ['Giả Định', '079085', '09000', filed[0]!]) assert.ok(!text.includes(secret) && !JSON.stringify(await ask()).includes(secret), secret);
  });
});

describe('a table for spreadsheets', () => {
  const figures = (name: string): PublicClock => ({ at: '2026-12-20T02:00:00.000Z', from: '2025-12-20T02:00:00.000Z', days: 365, minimum: 5, sample: 1000, fictional: false, units: [], procedures: [{ key: 'a', name: { vi: name, en: name }, limit: '7 working days', counted: 'working', filed: 0, open: 0, late: 0, ended: 0, time: null, onTime: null, rated: 0, stars: null, asked: [{ id: 'visits', text: { vi: 'Mấy lần', en: 'How often' }, answered: 7, answers: [{ value: 'none', word: { vi: 'Không', en: 'Never' }, count: 7 }] }], steps: [], units: [] }] });
  const written: [string, string][] = [['plain', 'plain'], ['a,b', '"a,b"'], ['a"b', '"a""b"'], ['=1+1', "'=1+1"], ['@x', "'@x"], ['-1', "'-1"], ['line\nbreak', '"line\nbreak"']];
  for (const [name, cell] of written) it(`writes ${JSON.stringify(name)} as ${JSON.stringify(cell)}`, () => assert.ok(clockCsv(figures(name)).includes(`procedure,a,${cell},${cell},`)));
  it('has a row for each answer, with how often it was given', () => assert.match(clockCsv(figures('a')), /^answer,a,a,a,visits=none,Mấy lần Không,How often Never,applicant,.*,7,,/m));
  it('has a row for each unit, and for each answer about it', () => {
    const clock = figures('a');
    const unit = { unit: { id: 'w', name: { vi: 'Phường', en: 'Ward' } }, ended: 9, onTime: 0.5, rated: 7, stars: 4.2, asked: clock.procedures[0]!.asked };
    const table = clockCsv({ ...clock, units: [unit] });
    assert.match(table, /^unit,,,,w,Phường,Ward,,,,,9,,,,,0\.5,7,4\.2,/m);
    assert.match(table, /^answer,,,,w:visits=none,Mấy lần Không,How often Never,applicant,.*,7,,/m);
  });
  it('says that figures of a real house are none that are made up', () => assert.match(clockCsv(figures('a')), /,no\r\n$/));
});
