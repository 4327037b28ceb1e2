import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { members, refused } from '../engine/testing/camunda-instructions.ts';
import { playTestCase } from '../engine/testing/camunda-test-cases.ts';

const page = readFileSync(join(import.meta.dirname, '../docs/testing.md'), 'utf8');
/** Rows of the table of instructions: names of the first column, what the others say. */
const rows = [...page.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \| (.*?) \| (.*?) ?\|$/gm)].map(([, names, becomes, not]) => ({ names: namesIn(names!), becomes: becomes!, not: namesIn(not!) }));

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name!);
}

describe('The table of instructions of Camunda Process Test in docs/testing.md', () => {
  it('has each instruction of the format once', () => {
    assert.deepEqual(rows.flatMap(({ names }) => names).toSorted(), Object.keys(members).toSorted());
  });

  for (const { names, becomes, not } of rows) for (const name of names) {
    const known = members[name] ?? '';
    it(`tells of ${name} what becomes of it, and which of its members are refused`, () => {
      assert.equal(becomes.startsWith('refused: '), Object.hasOwn(refused, name));
      const cannot = [...known.matchAll(/(\w+)~:/g)].map(([, member]) => member!);
      assert.deepEqual(cannot.filter((member) => !not.includes(member)), []);
      for (const member of not) assert.ok(names.some((each) => members[each]!.includes(`${member}~:`)), `${member} is refused nowhere in ${names.join(', ')}`);
    });

    it(`is right that ${name} ${Object.hasOwn(refused, name) ? 'is refused' : 'is played'}`, () => {
      const [problem = ''] = playTestCase({ name: 'x', instructions: [{ type: name, ...Object.fromEntries([...known.matchAll(/(\w+)\??:(\w+)/g)].map(([, member, kind]) => [member!, given[kind!] ?? { processDefinitionId: 'p' }])) }] }, []).problems;
      assert.equal(problem.includes('can be played here, but'), Object.hasOwn(refused, name), problem);
      assert.doesNotMatch(problem, /is not a function|undefined/);
    });
  }
});

/** Something of each kind of member that has the right shape. */
const given: Readonly<Record<string, unknown>> = {
  text: 'x', object: {}, list: [], rows: [1], flag: true, count: 1, times: 1, texts: [], any: 1, duration: 'PT1H', instant: '2026-02-01T00:00:00Z', activations: [], decision: { decisionDefinitionId: 'd' }, decisionDefinition: { decisionDefinitionId: 'd' },
  stateOfInstance: 'IS_ACTIVE', stateOfElement: 'IS_ACTIVE', stateOfElements: 'IS_ACTIVE', stateOfTask: 'IS_CREATED', stateOfSubscription: 'IS_WAITING', element: { elementId: 'e' }, elements: [{ elementId: 'e' }], message: { messageName: 'm' },
};
