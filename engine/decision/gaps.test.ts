import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { decide } from './evaluate.ts';
import { checkDecisions } from './gaps.ts';
import { readDmn } from './read.ts';
import { table, xml } from './table.fixture.ts';

async function model(given: Parameters<typeof table>[0]) {
  const read = await readDmn(xml(table(given)));
  assert.ok('decisions' in read, JSON.stringify(read));
  return read.decisions;
}

const n = { text: 'n', type: 'number' };
const kind = { text: 'kind', type: 'string', values: '"house", "shop"' };
const filed = { text: 'filed', type: 'date' };
const flag = { text: 'flag', type: 'boolean' };
type Case = readonly [name: string, policy: string, inputs: Parameters<typeof table>[0]['inputs'], rules: readonly (readonly string[])[], found: readonly RegExp[]];

const cases: readonly Case[] = [
  ['whole', 'UNIQUE', [n], [['<= 3', '1'], ['> 3', '2']], []],
  ['a hole inside', 'UNIQUE', [n], [['< 3', '1'], ['> 5', '2']], [/decision-gap error table no rule answers n = 3;/, /n = 4;/, /n = 5;/]],
  ['a bound forgotten', 'UNIQUE', [n], [['< 3', '1'], ['> 3', '2']], [/decision-gap error table no rule answers n = 3;/]],
  ['whole numbers only', 'UNIQUE', [n], [['<= 3', '1'], ['>= 4', '2']], [/decision-gap warning table no rule answers n = 3.5;/]],
  ['an open end', 'UNIQUE', [n], [['[0..3]', '1'], ['> 3', '2']], [/decision-gap warning table no rule answers n = -1;/]],
  ['a stated range', 'UNIQUE', [{ ...n, values: '>= 0' }], [['[0..3]', '1'], ['> 3', '2']], []],
  ['two rules at a bound', 'UNIQUE', [n], [['<= 3', '1'], ['>= 3', '2']], [/decision-overlap error rule2 the rules rule1 and rule2 both answer n = 3, where only one may/]],
  ['the first of two', 'FIRST', [n], [['<= 3', '1'], ['-', '2']], []],
  ['any, answering the same', 'ANY', [n], [['<= 3', '1'], ['-', '1']], []],
  ['any, answering differently', 'ANY', [n], [['<= 3', '1'], ['-', '2']], [/decision-overlap error rule2 .*must answer the same/]],
  ['an enumeration with a value forgotten', 'UNIQUE', [kind], [['"house"', '1']], [/decision-gap error table no rule answers kind = "shop"/]],
  ['an enumeration nobody stated', 'UNIQUE', [{ text: 'kind', type: 'string' }], [['"house"', '1']], [/decision-gap warning table no rule answers kind = anything else/]],
  ['the others', 'UNIQUE', [kind], [['"house"', '1'], ['not("house")', '2']], []],
  ['two columns', 'UNIQUE', [kind, n], [['"house"', '< 3', '1'], ['"house"', '>= 3', '2'], ['"shop"', '< 3', '3']], [/kind = "shop", n = 3;/]],
  ['yes and no', 'UNIQUE', [flag], [['true', '1']], [/flag = false/]],
  ['dates', 'UNIQUE', [filed], [['< date("2026-01-01")', '1'], ['> date("2026-01-01")', '2']], [/decision-gap error table no rule answers filed = "2026-01-01"/]],
  ['dates one day apart', 'UNIQUE', [filed], [['<= date("2025-12-31")', '1'], ['>= date("2026-01-01")', '2']], []],
  ['a rule behind one that takes all', 'FIRST', [n], [['-', '1'], ['> 3', '2']], [/decision-unreachable warning rule2 .*earlier rules answer all/]],
  ['a rule behind two that take all together', 'FIRST', [n], [['<= 5', '1'], ['> 5', '2'], ['[3..8]', '3']], [/decision-unreachable warning rule3/]],
  ['a value the input does not have', 'UNIQUE', [kind], [['"house", "shop"', '1'], ['"barn"', '2']], [/decision-unreachable error rule2 no input matches/]],
  ['who has answered and who has not', 'UNIQUE', [{ text: 'kind', type: 'string' }], [['null', '1'], ['not(null)', '2']], []],
  ['a number that is given or not', 'FIRST', [n], [['null', '1'], ['not(null)', '2']], []],
  ['no answer, among answers', 'UNIQUE', [kind], [['null', '1'], ['"house"', '2'], ['"shop"', '3']], []],
  ['no answer, which two rules take', 'UNIQUE', [kind], [['null', '1'], ['"shop"', '2'], ['not("shop")', '3']], [/decision-overlap .* the rules rule1 and rule3 both answer kind = null/]],
  ['no answer, which the cells speak of and none takes', 'UNIQUE', [n], [['not(null)', '1']], [/decision-gap warning .* n = null/]],
  ['a date that is given or not', 'UNIQUE', [filed], [['null', '1'], ['not(null)', '2']], [/decision-unanalysed .* only whether there is a date/]],
  ['lists', 'COLLECT', [n], [['< 3', '1']], []],
  ['no rules', 'UNIQUE', [n], [], [/no rule answers any input/]],
  ['a calculated cell', 'UNIQUE', [n], [['> m + 1', '1']], [/decision-unanalysed warning table .*the cell > m \+ 1 is no plain value/]],
  ['a question in a cell', 'UNIQUE', [kind], [['contains(?, "h")', '1']], [/decision-unanalysed/]],
];

describe('Gaps and overlaps', () => {
  for (const [name, policy, inputs, rules, found] of cases) {
    it(`${name}: ${found.length === 0 ? 'nothing to say' : `${found.length} to say`}`, async () => {
      const findings = checkDecisions(await model({ policy, inputs, outputs: [{ name: 'fee' }], rules }));
      assert.equal(findings.length, found.length, JSON.stringify(findings));
      for (const [index, pattern] of found.entries()) assert.match(`${findings[index]!.rule} ${findings[index]!.severity} ${findings[index]!.element} ${findings[index]!.message}`, pattern);
    });
  }
  const dated: readonly (readonly [what: string, before: string, cells: readonly string[], severity: 'error' | 'warning'])[] = [
    ['days of filing that are over', '2026-07-01', ['<= date("2026-05-31")', '>= date("2026-07-01")'], 'warning'],
    ['days of which today is the last', '2026-06-30', ['<= date("2026-05-31")', '>= date("2026-07-01")'], 'error'],
    ['one day, which is over', '2026-07-02', ['< date("2026-07-01")', '> date("2026-07-01")'], 'warning'],
    ['one day, today', '2026-07-01', ['< date("2026-07-01")', '> date("2026-07-01")'], 'error'],
    ['two rows on days that are over', '2026-07-01', ['<= date("2026-06-30")', '>= date("2026-06-01")'], 'warning'],
    ['two rows today', '2026-06-30', ['<= date("2026-06-30")', '>= date("2026-06-01")'], 'error'],
  ];
  for (const [what, before, cells, severity] of dated) it(`are an error from today on only: ${what}`, async () => {
    const table = await model({ policy: 'UNIQUE', inputs: [filed], outputs: [{ name: 'fee' }], rules: cells.map((cell, index) => [cell, String(index)]) });
    assert.deepEqual(checkDecisions(table, { input: filed.text, before }).map((one) => one.severity), [severity]);
    assert.deepEqual(checkDecisions(table, { input: 'another', before }).map((one) => one.severity), ['error'], 'another day of the dossier may be long ago');
  });
  it('a default leaves no gap', async () => assert.deepEqual(checkDecisions(await model({ policy: 'UNIQUE', inputs: [n], outputs: [{ name: 'fee', otherwise: '0' }], rules: [['1', '2']] })), []));

  const valued = (policy: string, values: string | undefined, ...answers: readonly string[]) => model({ policy, inputs: [n], outputs: [{ name: 'fee', ...(values !== undefined && { values }) }], rules: answers.map((answer) => ['-', answer]) });
  it('an answer that its column does not have is told', async () => {
    assert.deepEqual(checkDecisions(await valued('PRIORITY', '3, 2, [10..20]', '3', '9', 'n + 1', '15', '"3"')).map(({ rule, element }) => `${rule} ${element}`), ['decision-answer rule2', 'decision-answer rule5']);
  });
  it('a table that ranks its answers says how', async () => {
    assert.deepEqual(checkDecisions(await valued('OUTPUT ORDER', undefined, '3', '2')).map(({ rule, element }) => `${rule} ${element}`), ['decision-priority table']);
    assert.deepEqual(checkDecisions(await valued('PRIORITY', '"b", "a"', '"a"', '"b"')), []);
  });

  const bound = fc.integer({ min: 0, max: 6 });
  const interval = fc.tuple(bound, bound, fc.constantFrom('[', '('), fc.constantFrom(']', ')')).map(([from, to, open, close]) => `${open}${Math.min(from, to)}..${Math.max(from, to) + 1}${close}`);
  const numbers = fc.oneof(interval, bound.map((value) => `< ${value}`), bound.map((value) => `>= ${value}`), bound.map(String), fc.constant('-'), fc.tuple(bound, interval).map(([value, range]) => `not(${value}, ${range})`));
  const kinds = fc.constantFrom('"a"', '"b"', '"a", "b"', 'not("c")', '-', 'not("a", "b")');
  const flags = fc.constantFrom('true', 'false', '-');
  const tables = fc.array(fc.tuple(numbers, kinds, flags), { minLength: 1, maxLength: 7 });

  it('agree with trying every input', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (cells) => {
        const inputs = [{ text: 'n', type: 'number', values: '[-1..8]' }, { text: 'kind', type: 'string', values: '"a", "b", "c"' }, flag];
        const decisions = await model({ policy: 'UNIQUE', inputs, outputs: [{ name: 'fee' }], rules: cells.map((row, index) => [...row, String(index)]) });
        const findings = checkDecisions(decisions);
        let gap = false;
        const pairs = new Set<string>();
        for (let value = -1; value <= 8; value += 0.5)
          for (const letter of ['a', 'b', 'c'])
            for (const answer of [true, false]) {
              const result = decide(decisions, 'Answer', { n: value, kind: letter, flag: answer }, '2026-03-01T00:00:00Z');
              if (!('failed' in result)) continue;
              if (result.failed.includes('none does')) gap = true;
              const rules = /but the rules (.*) do,/.exec(result.failed)?.[1]?.split(', ') ?? [];
              for (const [index, second] of rules.entries()) for (const first of rules.slice(0, index)) pairs.add(`${first} and ${second} `);
            }
        assert.equal(findings.some(({ rule }) => rule === 'decision-gap'), gap);
        const overlaps = findings.filter(({ rule }) => rule === 'decision-overlap').map(({ message }) => /rules (rule\d+ and rule\d+ )/.exec(message)?.[1]);
        assert.deepEqual(overlaps.toSorted(), [...pairs].toSorted());
      }),
      { numRuns: 150 },
    );
  });
});
