import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { changeTables, type Change } from '../decisions/change-tables.ts';
import { readTables, type TableView } from '../decisions/table-file.ts';
import { decisionChanges } from './decision-diff.ts';

const file = readFileSync(new URL('../../procedures/construction-permit-house/decisions/time-limit.dmn', import.meta.url), 'utf8');

describe('what changes from one version of a decision file to the next', () => {
  let table: TableView;
  before(async () => {
    const read = await readTables(file, 'vi');
    assert.ok('decisions' in read);
    table = read.decisions.find((one) => one.kind === 'table')!;
    assert.ok(table.rules.length > 1);
  });
  const changed = async (...changes: ((table: TableView) => Change)[]) => {
    let xml = file;
    for (const change of changes) xml = await changeTables(xml, change(table));
    return (await decisionChanges(file, xml, 'vi'))!;
  };

  it('is nothing where only the file is written otherwise', async () => {
    assert.deepEqual(await changed(), []);
    assert.deepEqual(await decisionChanges(file, file.replaceAll('\n  ', '\n      '), 'vi'), []);
  });

  it('is a cell, by its row and column', async () => {
    const [one, ...more] = await changed(({ id, rules }) => ({ change: 'cell', decision: id, rule: rules[1]!.id, column: 'outputs', index: 0, text: '"11 working days"' }));
    assert.deepEqual(more, []);
    assert.ok(one?.change === 'rule-cell');
    assert.deepEqual([one.rule, one.column.side, one.from, one.to], [2, 'outputs', table.rules[1]!.outputs[0], '"11 working days"']);
  });

  it('is a row that came, one that went, or their order', async () => {
    assert.deepEqual((await changed(({ id }) => ({ change: 'add', decision: id }))).map(({ change }) => change), ['rule-added']);
    const gone = await changed(({ id, rules }) => ({ change: 'remove', decision: id, rule: rules[0]!.id }));
    assert.deepEqual(gone.map((one) => [one.change, 'rule' in one && one.rule]), [['rule-removed', 1]]);
    assert.deepEqual((await changed(({ id, rules }) => ({ change: 'move', decision: id, rule: rules[0]!.id, by: 1 }))).map(({ change }) => change), ['decision-order']);
  });

  it('is how rows are chosen', async () => {
    assert.deepEqual((await changed(({ id }) => ({ change: 'policy', decision: id, policy: 'FIRST' }))).map((one) => [one.change, 'to' in one && one.to]), [['decision-policy', 'FIRST']]);
  });

  it('is not said where a file cannot be read', async () => assert.equal(await decisionChanges(file, 'no xml', 'vi'), undefined));
});
