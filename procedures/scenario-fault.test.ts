import assert from 'node:assert/strict';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import { compileCalendar } from '../engine/calendar/calendar.ts';
import { readFolder } from './folder.ts';
import { loadPackage } from './load.ts';
import { textOf } from './package-files.ts';
import type { ScenarioFault } from './scenario-fault.ts';
import type { Scenario } from './scenario.ts';
import { testPackage, type ScenarioResult } from './test-package.ts';

const calendar = compileCalendar(hcmc);
const file = 'scenarios/01-straight-through.json';
const shipped = await readFolder(`${import.meta.dirname}/construction-permit-house`);
const lone = new Map([...shipped].filter(([path]) => !path.startsWith('scenarios/') || path.startsWith('scenarios/applications/') || path === file));
const written = JSON.parse(textOf(shipped.get(file)!)) as Scenario;
type Deed = { -readonly [Key in keyof Extract<Scenario['steps'][number], { complete: string }>]: unknown };
type Written = Omit<Scenario, 'steps'> & { steps: Deed[] };

/** Plays the scenario, changed, on the package, whose drawing may be changed too. */
async function played(change: (scenario: Written) => unknown, drawing: (xml: string) => string = (xml) => xml): Promise<ScenarioResult> {
  const scenario = structuredClone(written) as unknown as Written;
  const text = change(scenario);
  const files = new Map([...lone, ['process.bpmn', drawing(textOf(shipped.get('process.bpmn')!))], [file, typeof text === 'string' && text.startsWith('{') ? text : JSON.stringify(scenario)]] as const);
  const loading = await loadPackage(files);
  assert.ok('package' in loading, JSON.stringify(loading));
  return testPackage(loading.package, files, calendar).scenarios[0]!;
}

const answerOf = (scenario: { steps: Deed[] }, id: string) => scenario.steps.find(({ complete }) => complete === id)!.answer as Record<string, unknown>;

const faults: readonly (readonly [name: string, change: Parameters<typeof played>[0], fault: Partial<ScenarioFault>, vi: RegExp, en: RegExp])[] = [
  ['it goes another way', ({ expect }) => expect.path.splice(expect.path.indexOf('number'), 1), { what: 'path', element: 'sign', missed: 'numberPermit' }, /^sau \(sign\) phải đến \(numberPermit\), nhưng hồ sơ đến \(number\)$/, /^expected \(numberPermit\) after \(sign\), but the dossier came to \(number\)$/],
  ['it goes further', ({ expect }) => expect.path.pop(), { what: 'path', element: 'sendElectronic' }, /^sau \(sendElectronic\) hồ sơ phải dừng, nhưng còn đến \(returned\)$/, /to go no further after \(sendElectronic\), but it came to \(returned\)/],
  ['it stops before', ({ steps }) => steps.pop(), { what: 'path', element: 'awaitPayment', missed: 'sendElectronic' }, /^sau \(awaitPayment\) phải đến \(sendElectronic\), nhưng hồ sơ đang chờ ở \(awaitPayment\)/, /but the dossier waits at \(awaitPayment\)/],
  ['other papers', ({ expect }) => expect.letters.pop(), { what: 'letters', expected: ['receipt'], came: ['receipt', 'permit'] }, /^letters phải là/, /^expected letters to be/],
  ['another fee, by the step that counts it', ({ expect }) => (expect.fee = 60_000), { what: 'fee', expected: 60_000, came: 75_000, element: 'feeRule' }, /60000.*75000/, /60000.*75000/],
  ['another day', ({ expect }) => (expect.due = '2026-12-02'), { what: 'due', expected: '2026-12-02', came: '2026-12-01' }, /./, /./],
  ['other data, by the step that gave them', ({ expect }) => (expect.data = { 'review.outcome': 'return' }), { what: 'data', path: 'review.outcome', element: 'review', expected: 'return', came: 'approve' }, /./, /./],
  ['data that are not there', ({ expect }) => (expect.data = { nobody: 1 }), { what: 'data', path: 'nobody', expected: 1 }, /không có gì/, /but it was nothing/],
  ['an error that no event at the step catches', ({ steps }) => (steps[0] = { fail: 'reception', error: 'lost' } as never), { what: 'deed', element: 'reception' }, /^việc thứ 1 của kịch bản: ở \(reception\) phải có một sự kiện gắn vào bước để nhận lỗi “lost”, nhưng bản vẽ chưa có$/, /^step 1: expected an event at the boundary of \(reception\) that catches the error "lost", but there is none$/],
  ['a step that is not open', ({ steps }) => steps.splice(1, 1), { what: 'deed', element: 'examine' }, /^việc thứ 2 của kịch bản: phải làm \(examine\), nhưng hồ sơ đang chờ ở \(assign\)$/, /^step 2: expected an open task at \(examine\), but the dossier waits at \(assign\)$/],
  ['a step after the end', ({ steps }) => steps.push({ complete: 'review', answer: { outcome: 'approve' } }), { what: 'deed', element: 'review' }, /phải làm \(review\), nhưng hồ sơ đã kết thúc/, /the dossier has ended/],
  ['a message that nobody waits for', ({ steps }) => steps.splice(1, 0, { message: 'payment.settled', data: {} } as never), { what: 'deed' }, /phải đang chờ tin nhắn “payment.settled”, nhưng hồ sơ đang chờ ở \(assign\)/, /wait for the message "payment.settled", but the dossier waits at \(assign\)/],
  ['an answer that the form does not take', (scenario) => (answerOf(scenario, 'review')['outcome'] = 'sideways'), { what: 'answer', element: 'review' }, /^biểu mẫu “[^”]+”, outcome: /, /^form review, outcome: /],
  ['the same person twice', ({ steps }) => (steps.find(({ complete }) => complete === 'sign')!.by = 'thu-ly-1'), { what: 'deed', element: 'sign' }, /\(sign\) phải do người khác làm: thu-ly-1 đã làm \(examine\)/, /another person than thu-ly-1 at \(sign\), who did \(examine\)/],
  ['begun by the office', ({ filed }) => (filed.channel = 'office'), { what: 'start' }, /do người dân nộp, nhưng kịch bản để cơ quan tự mở/, /a dossier that somebody files/],
  ['an application that is not there', ({ filed }) => (filed.application = 'nowhere'), { what: 'file' }, /gói thiếu tệp scenarios\/applications\/nowhere\.json/, /expected scenarios\/applications\/nowhere\.json/],
  ['no JSON', () => '{', { what: 'file' }, /không đọc được/, /expected JSON/],
  ['a member that is unknown', (scenario) => Object.assign(scenario, { extra: 1 }), { what: 'file' }, /có mục không biết là gì: “extra”/, /^expected scenarios\/01-straight-through\.json to have the shape of a scenario, but the whole must not have additional properties: extra$/],
  ['a way that is none', ({ filed }) => (filed.channel = 'pigeon' as never), { what: 'file' }, /^chỗ “filed › channel” phải là một trong “online”/, /but \/filed\/channel must be equal to one of the allowed values: online, counter, post, office$/],
  ['a fee that is a text', ({ expect }) => (expect.fee = '75000' as never), { what: 'file' }, /^chỗ “expect › fee”/, /but \/expect\/fee must be a whole number of đồng, or null$/],
  ['a day that does not exist', ({ filed }) => (filed.at = '2026-02-30T00:00:00Z'), { what: 'file' }, /^chỗ “filed › at” viết chưa đúng cách$/, /but \/filed\/at must be an instant such as 2026-11-20T02:00:00Z/],
  ['a step at no hour', ({ steps }) => (steps[1]!.at = '2026-11-20T25:00:00Z'), { what: 'file' }, /^chỗ “steps › 1 › at”/, /but \/steps\/1\/at must be an instant/],
  ['time that runs back', ({ steps }) => (steps[1]!.at = '-1 working hour'), { what: 'file' }, /^chỗ “steps › 1 › at”/, /must be an instant such as .* or, of a step, time counted on such as "\+2 working days"/],
  ['a step before the one before', ({ steps }) => (steps[1]!.at = '2026-11-18T02:00:00Z'), { what: 'deed' }, /^việc thứ 2 của kịch bản: /, /^step 2: expected an instant not before .*, where the clock stands, but got 2026-11-18T02:00:00.000Z$/],
  ['a step that is none', ({ steps }) => (steps[1] = { dance: 'x' } as never), { what: 'file' }, /^chỗ “steps › 1” thiếu một trong “complete”, “message”/, /but \/steps\/1 must have one of complete, message, signal, begin, fail, wait$/],
  ['a step that is two', ({ steps }) => Object.assign(steps[1]!, { wait: '+1 working day' }), { what: 'file' }, /^chỗ “steps › 1”/, /but \/steps\/1 must have one of .*, not complete and wait$/],
  ['a step without its answer', ({ steps }) => delete steps[1]!.answer, { what: 'file' }, /^chỗ “steps › 1” thiếu “answer”$/, /but \/steps\/1 must have required properties answer$/],
];

describe('a scenario that does not come out as written', function () {
  this.timeout(120_000);

  for (const [name, change, expected, vi, en] of faults) {
    it(`${name}: says what, where, and in both languages`, async () => {
      const { faults: found } = await played(change);
      const fault = found.find(({ what }) => what === expected.what);
      assert.ok(fault, JSON.stringify(found));
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, fault[key as keyof ScenarioFault]])), expected);
      assert.match(fault.messageVi, vi);
      assert.match(fault.message, en);
    });
  }

  it('with a step that is not done, says nothing of what comes of that', async () => {
    const { faults: found, came, passed } = await played(({ steps }) => steps.splice(1, 1));
    assert.deepEqual(found.map(({ what }) => what), ['deed']);
    assert.equal(came, undefined);
    assert.ok(passed.includes('reception') && !passed.includes('examine'));
  });

  it('comes out once what came is taken as expected, with the data that it asks for', async () => {
    const wrong = (scenario: Written): void => {
      scenario.expect = { ...scenario.expect, path: ['assign'], letters: [], states: [1], status: 'active', due: null, verdict: null, fee: null, data: { 'review.outcome': 'return', nobody: 1 } };
    };
    const { faults: found, came } = await played(wrong);
    assert.equal(found.length, 9);
    assert.deepEqual(came, { ...written.expect, data: { 'review.outcome': 'approve' } });
    assert.deepEqual((await played((scenario) => (scenario.expect = came!))).faults, []);
  });

  it('tells of the step that stopped with a fault first', async () => {
    const { faults: [first] } = await played(() => undefined, (xml) => xml.replace('=review.outcome = "return"', '=number(review.outcome)'));
    assert.deepEqual([first?.what, first?.element], ['incident', 'reviewDecision']);
    assert.match(first!.messageVi, /^hồ sơ dừng lại vì lỗi ở \(reviewDecision\), mã lỗi “[a-z-]+”$/);
    assert.match(first!.message, /^incident [a-z-]+ at \(reviewDecision\): expected /);
  });
});
