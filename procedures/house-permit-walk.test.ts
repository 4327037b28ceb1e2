import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { compileCalendar } from '../engine/calendar/calendar.ts';
import hcmc from '../engine/calendar/hcmc.json' with { type: 'json' };
import type { Data } from '../engine/state.ts';
import house from './construction-permit-house/scenarios/applications/house.json' with { type: 'json' };
import { readFolder } from './folder.ts';
import { loadPackage } from './load.ts';
import { runScenario } from './scenario-run.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

const calendar = compileCalendar(hcmc);
const conditions = { planning: 'met', landUse: 'met', neighbours: 'met', alignment: 'met', density: 'met', height: 'met' };
const checks = { identity: true, competence: true, complete: true, readable: true };
const items = [{ target: 'field', path: 'work.height', remark: 'Ghi đúng chiều cao' }];
const reason = 'Lý do giả định';
const refusal = { reason, basis: 'Điều 50' };
const opinions: readonly Data[] = [{ opinion: 'consent' }, { opinion: 'object', remark: reason }];
const back: Data = { outcome: 'return', remark: reason };
const consult = ([...agencies]: readonly string[]): Data => ({ conditions, outcome: 'consult', consult: agencies, question: 'Đề nghị cho ý kiến' });

/** What a person may answer at a step; the last one leads towards an end. */
const answers: Readonly<Record<string, readonly Data[]>> = {
  reception: [{ checks: { ...checks, complete: false }, outcome: 'supplement', items }, { checks, outcome: 'refuse', reason }, { checks, outcome: 'accept', feeWaived: true, feeWaiverReason: reason }, { checks, outcome: 'accept', feeWaived: false }],
  receptionSupplement: [{ changes: { 'work.height': 11 } }],
  assign: [{ handler: 'thu-ly-1' }],
  examine: [consult(['fire']), consult(['planning', 'heritage']), consult(['fire', 'planning', 'heritage']), { conditions, outcome: 'supplement', items }, { conditions, outcome: 'refuse', reason }, { conditions, outcome: 'ok' }],
  consultFire: opinions, consultPlanning: opinions, consultHeritage: opinions.toReversed(),
  supplement: [{ changes: { 'work.height': 11 } }],
  checkSupplement: [{ outcome: 'not-good', reason }, { outcome: 'good' }],
  draft: [{ result: 'refusal', refusal }, { result: 'permit', permit: { redLine: 'Cách tim đường 6 m', buildingLine: 'Lùi 1,5 m', groundLevel: 1.8 } }],
  review: [back, { outcome: 'approve' }],
  sign: [back, { outcome: 'reject', capacity: 'KT', refusal }, { outcome: 'sign', capacity: 'TM' }],
  number: [{ drawingsStamped: true }],
  apologise: [{ reason, newDate: '2027-01-05' }],
  returnByPost: [{ parcelCode: 'EA123456789VN', handedOverOn: '2026-11-20' }],
  returnAtCounter: [{ receiver: { name: 'Người nhận giả định', idNo: '079085000001' }, identityChecked: true }],
};
const deliveries: readonly Data[] = [{ method: 'electronic' }, { method: 'counter', copies: 1 }, { method: 'post', receiver: 'Người nhận giả định', address: '12 Đường Mẫu', phone: '0900000001', copies: 1 }];
const person = (element: string): string => (['examine', 'draft', 'checkSupplement'].includes(element) ? 'thu-ly-1' : element);

/** The next move at what is open: `pick` chooses among all that people, time and the citizen may do. */
function move(open: readonly string[], pick: number, patient: boolean): ScenarioStep {
  const element = open[pick % open.length]!;
  if (element === 'awaitPayment') return { message: 'payment.settled', data: { state: 'paid' } };
  if (!patient && pick % 11 === 0) return { wait: '+3 working days' };
  if (!patient && pick % 29 === 0) return { message: 'dossier.withdraw', data: { reason } };
  const given = answers[element];
  if (!given) return { wait: '+2 working days' };
  const answer = patient ? given.at(-1)! : given[(pick >> 3) % given.length]!;
  return { at: '+2 working hours', complete: element, by: person(element), answer };
}

const loading = await loadPackage(await readFolder(join(import.meta.dirname, 'construction-permit-house')));

describe('a house permit, whatever people do', () => {
  it('never stands still, and always ends in a national state that says how', () => {
    assert.ok('package' in loading);
    const { package: loaded } = loading;
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 30, maxLength: 30 }), fc.constantFrom(...deliveries), (picks, delivery) => {
        const steps: ScenarioStep[] = [];
        const scenario = (): Scenario => ({ name: { vi: 'Ngẫu nhiên', en: 'Random' }, filed: { at: '2026-11-19T02:00:00Z', channel: 'online', application: 'house', change: { delivery } }, steps, expect: { path: [], letters: [], states: [], status: 'active', due: null, verdict: null, fee: null } });
        for (const [turn, pick] of picks.entries()) {
          const run = runScenario(loaded, scenario(), house as unknown as Data, calendar);
          assert.deepEqual(run.problems, []);
          if (run.status !== 'active') {
            assert.ok([3, 7, 8, 10].includes(run.states.at(-1)!), `ended in state ${run.states.at(-1)}`);
            assert.equal(run.letters.includes('permit'), run.states.at(-1) === 10);
            assert.ok(run.letters.length > 0);
            return;
          }
          assert.ok(run.open.length > 0, 'an active dossier waits for someone or something');
          steps.push(move(run.open, pick, turn >= 12));
        }
        assert.fail(`still running after ${JSON.stringify(steps)}`);
      }),
      { numRuns: 25 },
    );
  }).timeout(300_000);
});
