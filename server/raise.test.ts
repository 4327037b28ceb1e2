import { strict as assert } from 'node:assert';
import { ward } from './seed/units.ts';
import { publishInquiry } from './testing/inquiry.ts';
import { runHouse, type RunningHouse } from './testing/running-house.ts';
import type { Visitor } from './testing/visitor.ts';

interface Seen { readonly raises: unknown; readonly standing: string; readonly dossier: { readonly id: string; readonly version: number } }

describe('what is reported from a step, over HTTP', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let handler: Visitor;
  let keys = 0;
  before(async () => {
    house = await runHouse();
    await publishInquiry(house.services);
    handler = await house.visitor('thuly');
  });
  after(() => house.stop());

  const key = () => ({ 'Idempotency-Key': `raise-0123456789-${(keys += 1)}` });
  const seen = async (task: string, who = handler): Promise<Seen> => (await who.done('GET', `/api/tasks/${task}`)) as unknown as Seen;
  const begin = async (): Promise<{ readonly dossier: string; readonly look: string }> => {
    const { dossier } = (await handler.done('POST', '/api/desk/dossiers', { procedure: 'ward-inquiry', unit: ward, data: { matter: 'Hồ sơ cũ' } })) as unknown as { dossier: string };
    return { dossier, look: (await openAt(dossier))['look']! };
  };
  const openAt = async (dossierId: string): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries((await house.store.read((tx) => tx.tasks.find({ dossierId, status: 'open' }))).map(({ node, id }) => [node, id]));
  const raise = async (task: string, change: object = {}, who = handler, under = key()) =>
    who.json('POST', `/api/tasks/${task}/raise`, { expectedVersion: (await seen(task, handler)).dossier.version, kind: 'error', code: 'LOST', reason: 'Không thấy trong kho', ...change }, under);

  it('is listed by the names of the events, to whoever may do the step', async () => {
    const { look } = await begin();
    const all = [
      { kind: 'error', code: 'LOST', name: { vi: 'Không có hồ sơ gốc', en: 'The original is not there' }, ends: true },
      { kind: 'escalation', code: 'HARD', name: { vi: 'Việc khó, cần ý kiến', en: 'Hard, an opinion is needed' }, ends: false },
    ];
    assert.deepEqual((await seen(look)).raises, all);
    assert.deepEqual((await seen(look, await house.visitor('truongphong'))).raises, []);
  });

  it('as an escalation leaves the step open, as an error ends it, and the history tells why', async () => {
    const { dossier, look } = await begin();
    const late = await raise(look, { kind: 'escalation', code: 'HARD', reason: 'Chưa từng gặp' });
    assert.equal(late.status, 200, JSON.stringify(late.body));
    assert.deepEqual((late.body['open'] as unknown as { name: { en: string }; mine: boolean }[]).map(({ name, mine }) => [name.en, mine]).toSorted(), [['Give an opinion', false], ['Look at it', true]]);
    assert.equal((await seen(look)).standing, 'open');
    assert.equal((await raise(look)).status, 200);
    assert.deepEqual(Object.keys(await openAt(dossier)).toSorted(), ['find', 'know']);
    assert.deepEqual([(await seen(look)).standing, (await seen(look)).raises], ['cancelled', []]);
    const { history } = (await handler.done('GET', `/api/desk/dossiers/${dossier}`)) as unknown as { history: { kind: string; text: { vi: string; en: string } }[] };
    assert.deepEqual(history.filter(({ kind }) => kind.startsWith('task.')).map(({ text }) => text.vi), [
      'Báo lên: Việc khó, cần ý kiến → Cho ý kiến (lý do: Chưa từng gặp)', 'Báo không làm được: Không có hồ sơ gốc → Tìm hồ sơ gốc (lý do: Không thấy trong kho)',
    ]);
    assert.equal((await raise(look)).body['code'], 'version-conflict', 'what is over is not reported from again');
  });

  it('sent again is answered as the first time', async () => {
    const { look } = await begin();
    const under = key();
    const sent = { expectedVersion: (await seen(look)).dossier.version };
    const [first, again] = [await raise(look, sent, handler, under), await raise(look, sent, handler, under)];
    assert.deepEqual([first.status, again.status, again.body], [200, 200, first.body]);
  });

  const refused: readonly (readonly [what: string, change: object, status: number, told: RegExp])[] = [
    ['a code that no event there catches', { code: 'OTHER' }, 422, /không có sự kiện nào nhận lỗi “OTHER”/],
    ['a kind that no event there has', { kind: 'escalation' }, 422, /không có sự kiện nào nhận báo lên “LOST”/],
    ['no reason', { reason: '   ' }, 422, /hãy ghi lý do/i],
    ['an empty reason', { reason: '' }, 422, /\/?reason/],
    ['another kind of thing', { kind: 'signal' }, 422, /kind/],
    ['another version', { expectedVersion: 99 }, 409, /version-conflict/],
  ];
  for (const [what, change, status, told] of refused) {
    it(`is refused with ${what}, in Vietnamese`, async () => {
      const { look } = await begin();
      const answer = await raise(look, change);
      assert.equal(answer.status, status, JSON.stringify(answer.body));
      assert.match(JSON.stringify(answer.body), told);
      assert.match(String(answer.body['title']), /[à-ỹ]/u);
    });
  }

  it('is refused to whoever may not do the step', async () => {
    const { look } = await begin();
    for (const [login, status] of [['truongphong', 403], ['congdan1', 404], ['tiepnhan2', 404]] as const) assert.equal((await raise(look, {}, await house.visitor(login))).status, status, login);
  });
});
