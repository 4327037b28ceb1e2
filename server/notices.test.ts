import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { newsOf } from '../procedures/news.ts';
import { ways, type Opened } from '../storage/testing/stores.ts';
import type { Store } from '../storage/store.ts';
import { noticesOf, shippedPackages, tellNotices, type Told } from './testing/write-notices.ts';
import { noticeText } from './views/notice.ts';

// Each package on the databases of service; `MOTCUA_STORE=sqlite`, `postgres` or `memory` has all of them on one.
const wanted = process.env['MOTCUA_STORE'];
const databases = ways.filter(({ kind }) => (wanted === undefined ? kind !== 'memory' : kind === wanted));

for (const name of shippedPackages) describe(`what an applicant is told: ${name}`, function () {
  this.timeout(300_000);
  let told: Told;
  let again: readonly (Told & Pick<Store, 'kind'>)[] = [];
  let opened: readonly Opened[] = [];
  before(async function () {
    opened = (await Promise.all(databases.map(({ open }) => open()))).filter((one) => one !== null);
    if (opened.length === 0) this.skip();
    again = (await tellNotices(name, opened.map(({ store }) => store))).map((one, index) => ({ ...one, kind: opened[index]!.store.kind }));
    told = again[0]!;
  });
  after(async () => void (await Promise.all(opened.map(({ drop }) => drop()))));

  it(`in each scenario is what docs/notices/${name}.md says`, () => {
    assert.equal(told.text, readFileSync(noticesOf(name), 'utf8'), 'run `node server/testing/write-notices.ts`, and read the difference as the applicant would');
  });

  it('comes of what the scenario expects: path, papers, states, due day, verdict, fee and data, and a record that verifies', () =>
    assert.deepEqual(again.flatMap(({ kind, played }) => played.flatMap(({ name: scenario, otherwise }) => otherwise.map((one) => `${kind}, ${scenario.en}: ${one}`))), []));

  it('is the same on every database', function () {
    if (opened.length < databases.length) this.skip();
    for (const { played } of again.slice(1)) assert.deepEqual(played, told.played);
  });

  it('is one new thing each time: never the same twice in a row, never a fact left open, never without words', () => {
    for (const { name: scenario, notices: all } of told.played) {
      for (const [index, { title, body }] of all.entries()) {
        assert.notDeepEqual(title, all[index - 1]?.title, scenario.en);
        for (const text of [title.vi, title.en, body.vi, body.en]) assert.match(text, /^[^{}]{10,}$/, `${scenario.en}: “${text}”`);
      }
    }
  });

  it('finds in each step what that is to show', () => assert.deepEqual(told.played.flatMap(({ name: scenario, unknown }) => unknown.map((one) => `${scenario.en}, ${one}`)), []));

  it('is no result that the fee still keeps back: to pay comes before to have', () => {
    for (const { name: scenario, notices: all } of told.played) {
      const titles = all.map(({ title }) => title.en);
      const fee = titles.indexOf('Please pay the fee');
      if (fee >= 0) assert.ok(!titles.slice(0, fee).some((title) => /ready|delivered/.test(title)), scenario.en);
    }
  });
});

describe('a change of the dossier’s state', () => {
  const cases: readonly (readonly [string, number, number, boolean, ReturnType<typeof newsOf>])[] = [
    ['to itself says nothing', 4, 4, false, undefined],
    ['from accepted to being handled says nothing new', 2, 4, false, undefined],
    ['to being handled without a word of acceptance says so', 1, 4, false, 'handling'],
    ['back to work by the applicant’s answer thanks them', 5, 4, true, 'supplement-received'],
    ['back to work because time was up claims no answer', 5, 4, false, undefined],
    ['back to the counter by the applicant’s answer thanks them', 5, 1, true, 'supplement-received'],
    ['back to work after the result is an opening again', 10, 4, false, 'reopened'],
    ['after the fee, to work, says nothing', 6, 4, false, undefined],
  ];
  for (const [name, before, after, answered, news] of cases) it(name, () => assert.equal(newsOf(before, after, answered), news));
});

describe('a notice', () => {
  const say = (kind: string, payload: Parameters<typeof noticeText>[0]['payload'], own = {}) => noticeText({ kind, payload }, { notices: own });
  const own = { late: { title: { vi: 'Chậm', en: 'Late' }, body: { vi: 'Hẹn {newDue}. Vì: {reason}', en: 'By {newDue}. Why: {reason}' } } };

  it('leaves out the sentence whose fact nobody knows', () => {
    assert.equal(say('accepted', { due: null }).body.vi, 'Cơ quan đang giải quyết.');
    assert.equal(say('late', { reason: 'mất điện' }, own).body.vi, 'Vì: mất điện');
  });
  it('says a date alone as that day, an instant in the office’s zone, and an hour where it counts', () => {
    assert.equal(say('late', { newDue: '2026-12-09', reason: 'x' }, own).body.en, 'By Wednesday, 09/12/2026. Why: x');
    assert.equal(say('accepted', { due: '2026-12-01T18:00:00.000Z' }).body.vi, 'Hẹn trả kết quả: Thứ Tư, 02/12/2026. Cơ quan đang giải quyết.');
    assert.match(say('supplement-wanted', { answerBy: '2026-12-01T10:00:00.000Z' }).body.vi, /trước 17:00 Thứ Ba, 01\/12\/2026\.$/);
  });
  it('takes no words of a stranger as a place for facts', () => assert.equal(say('late', { newDue: '{code}', reason: '{code}', code: 'H1' }, own).body.vi, 'Hẹn {code}. Vì: {code}'));
  it('of a name that the version no longer has still says that something is new', () => assert.equal(say('gone', {}).title.vi, 'Hồ sơ có thay đổi'));
});
