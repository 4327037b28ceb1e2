import assert from 'node:assert/strict';
import { codeOn } from '../../procedures/in-force.ts';
import { clash, isCode, replaced, replaceFault, type Code } from './code-days.ts';

const code = (number: string, days: Partial<Pick<Code, 'from' | 'to'>> = {}): Code => ({ code: number, source: 'Quyết định mẫu', mark: 'design', ...days });
const [old, next] = [code('1.000001'), { ...code('1.000002'), from: '2026-07-01' }];

describe('the numbers of a procedure in the national list', () => {
  it('have one digit, a dot and six digits', () => assert.deepEqual(['1.001193', '1001193', '1.01193', '1.001193a', ''].map(isCode), [true, false, false, false, false]));

  const replacements: readonly (readonly [what: string, before: Code, after: readonly Code[]])[] = [
    ['without days', old, [{ ...old, to: '2026-06-30' }, next]],
    ['that holds from a day', { ...old, from: '2025-07-01' }, [{ ...old, from: '2025-07-01', to: '2026-06-30' }, next]],
    ['that ends later', { ...old, to: '2026-12-31' }, [{ ...old, to: '2026-06-30' }, { ...next, to: '2026-12-31' }]],
    ['that ends the day before', { ...old, to: '2026-06-30' }, [{ ...old, to: '2026-06-30' }, next]],
  ];
  for (const [what, before, after] of replacements)
    it(`follow one another where one is replaced ${what}`, () => {
      const codes = replaced([before, code('1.000009', { from: '2030-01-01' })], 0, next);
      assert.deepEqual(codes.slice(0, 2), after);
      assert.equal(clash(codes.slice(0, 2)), undefined);
      assert.deepEqual(['2026-06-30', '2026-07-01'].map((day) => codeOn(codes, day)), ['1.000001', '1.000002']);
    });

  it('are not replaced from a day on which they would never have held, or long after they ended', () => {
    assert.deepEqual([{ ...old, from: '2026-07-01' }, { ...old, from: '2026-06-30' }, { ...old, to: '2026-06-29' }, { ...old, to: '2026-06-30' }, old].map((one) => replaceFault(one, '2026-07-01')), ['never', undefined, 'over', undefined, undefined]);
  });

  const clashes: readonly (readonly [one: Partial<Code>, other: Partial<Code>, is: boolean])[] = [
    [{}, {}, true], [{ to: '2026-06-30' }, { from: '2026-07-01' }, false], [{ to: '2026-07-01' }, { from: '2026-07-01' }, true], [{ from: '2026-07-01' }, { to: '2026-06-30' }, false], [{ from: '2026-01-01', to: '2026-12-31' }, { from: '2026-03-01', to: '2026-04-01' }, true],
  ];
  for (const [one, other, is] of clashes) it(`${is ? 'hold on the same day' : 'never hold together'}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => assert.equal(clash([code('1.000001', one), code('1.000002', other)]) !== undefined, is));
});
