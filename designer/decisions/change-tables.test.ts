import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { decide } from '../../engine/decision/evaluate.ts';
import { checkDecisions } from '../../engine/decision/gaps.ts';
import type { DecisionModel } from '../../engine/decision/model.ts';
import { readDmn } from '../../engine/decision/read.ts';
import type { Data } from '../../engine/state.ts';
import { changeTables, emptyFile, inputNames, type Change, type NewTable } from './change-tables.ts';
import { feelName } from './feel-name.ts';
import { fileName, readTables, type DecisionView, type TableView } from './table-file.ts';

const text = { type: 'string', values: [] } as const;
const place = { name: 'place', label: { vi: 'Nơi đặt', en: 'Place' }, type: 'string', values: ['pavement', 'park'] } as const;
const area = { name: 'area', label: { vi: 'Diện tích', en: 'Area' }, type: 'number', values: [] } as const;
const level: NewTable = { titles: { vi: 'Cấp giải quyết', en: 'Level that decides' }, asks: [place, area], answers: [{ label: { vi: 'Cấp', en: 'Level' }, type: 'string', values: ['Phường', 'Thành phố'] }], policy: 'UNIQUE' };
const decision = 'levelThatDecides';

const changed = async (xml: string, ...changes: readonly Change[]): Promise<string> => {
  let file = xml;
  for (const change of changes) file = await changeTables(file, change);
  return file;
};
const begun = async (...more: readonly Change[]): Promise<string> => changed(await emptyFile('level', 'urn:motcua:test:level', level.titles), { change: 'table', table: level }, ...more);
const decisions = async (xml: string, language: 'vi' | 'en' = 'vi'): Promise<readonly DecisionView[]> => {
  const reading = await readTables(xml, language);
  assert.ok('decisions' in reading, JSON.stringify(reading));
  return reading.decisions;
};
const table = async (xml: string, language: 'vi' | 'en' = 'vi', id = decision): Promise<TableView> => {
  const found = (await decisions(xml, language)).find((one) => one.id === id);
  assert.ok(found?.kind === 'table');
  return found;
};
const model = async (xml: string): Promise<DecisionModel> => {
  const reading = await readDmn(xml);
  assert.ok('decisions' in reading, JSON.stringify(reading));
  return reading.decisions;
};
const answer = async (xml: string, input: Data, id = decision) => {
  const result = decide(await model(xml), id, input, '2026-11-19T02:00:00Z');
  return 'value' in result ? result.value : result;
};
const cell = (rule: number, column: 'inputs' | 'outputs', index: number, typed: string): Change => ({ change: 'cell', decision, rule: `${decision}_table_rule_${rule}`, column, index, text: typed });
const columnsOf = ({ inputs, outputs, annotations }: TableView): readonly string[] => [...inputs.map(({ label }) => label), '|', ...outputs.map(({ label }) => label), '|', ...annotations];

describe('a decision table that is begun', () => {
  it('is called, asks and answers in both languages, and decides once it is filled in', async () => {
    const file = await begun(cell(1, 'inputs', 0, '"pavement"'), cell(1, 'outputs', 0, '"Phường"'), { change: 'add', decision, inputs: ['"park"', '-'] }, cell(2, 'outputs', 0, '"Thành phố"'));
    assert.deepEqual([fileName(file, 'vi'), fileName(file, 'en')], ['Cấp giải quyết', 'Level that decides']);
    const [vi, en] = [await table(file), await table(file, 'en')];
    assert.deepEqual([vi.title, en.title, columnsOf(vi), columnsOf(en)], ['Cấp giải quyết', 'Level that decides', ['Nơi đặt', 'Diện tích', '|', 'Cấp', '|'], ['Place', 'Area', '|', 'Level', '|']]);
    assert.deepEqual([vi.inputs[0]?.values, vi.outputs[0]?.values], ['"pavement", "park"', '"Phường", "Thành phố"']);
    assert.deepEqual([await answer(file, { place: 'park', area: 3 }), await answer(file, { place: 'pavement', area: 3 })], ['Thành phố', 'Phường']);
    assert.deepEqual(checkDecisions(await model(file)), []);
  });

  it('has its gaps and overlaps found like any other', async () => {
    const rules = (file: string) => model(file).then((read) => checkDecisions(read).map(({ rule }) => rule));
    const filled = [cell(1, 'outputs', 0, '"Phường"'), cell(1, 'inputs', 0, '"pavement"')];
    assert.deepEqual(await rules(await begun(...filled)), ['decision-gap']);
    assert.deepEqual(await rules(await begun(...filled, { change: 'add', decision }, cell(2, 'outputs', 0, '"Thành phố"'))), ['decision-overlap']);
  });

  it('stands beside others in a file, asks for what they ask once, and has an id of its own', async () => {
    const file = await begun({ change: 'table', table: { ...level, asks: [area] } });
    assert.deepEqual((await decisions(file)).map(({ id }) => id), [decision, `${decision}2`]);
    assert.deepEqual(await inputNames(file), ['area', 'place']);
    assert.equal(fileName(file, 'en'), 'Level that decides');
  });

  it('needs no question', async () => assert.equal(await answer(await changed(await emptyFile('one', 'urn:motcua:test:one', level.titles), { change: 'table', table: { ...level, asks: [] } }, cell(1, 'outputs', 0, '"Phường"')), {}), 'Phường'));
});

describe('the columns of a decision table', () => {
  const stories: Readonly<Record<string, readonly [changes: readonly Change[], columns: readonly string[]]>> = {
    'answer one thing more': [[{ change: 'answer', decision, answer: { label: { vi: 'Căn cứ pháp lý', en: 'Legal basis' }, ...text } }], ['Nơi đặt', 'Diện tích', '|', 'Cấp', 'Căn cứ pháp lý', '|']],
    'take a note': [[{ change: 'note', decision, label: { vi: 'Nguồn', en: 'Source' } }], ['Nơi đặt', 'Diện tích', '|', 'Cấp', '|', 'Nguồn']],
    'are renamed': [[{ change: 'redefine', decision, column: 'inputs', index: 1, label: { vi: 'Rộng', en: 'Size' } }], ['Nơi đặt', 'Rộng', '|', 'Cấp', '|']],
    'change places': [[{ change: 'shift', decision, column: 'inputs', index: 0, by: 1 }], ['Diện tích', 'Nơi đặt', '|', 'Cấp', '|']],
    'stay where there is no other place': [[{ change: 'shift', decision, column: 'inputs', index: 0, by: -1 }, { change: 'shift', decision, column: 'outputs', index: 0, by: 1 }], ['Nơi đặt', 'Diện tích', '|', 'Cấp', '|']],
    'are taken away': [[{ change: 'drop', decision, column: 'inputs', index: 0 }], ['Diện tích', '|', 'Cấp', '|']],
    'are taken away, but for the last answer': [[{ change: 'drop', decision, column: 'outputs', index: 0 }], ['Nơi đặt', 'Diện tích', '|', 'Cấp', '|']],
  };
  for (const [what, [changes, columns]] of Object.entries(stories)) it(what, async () => assert.deepEqual(columnsOf(await table(await begun(...changes))), columns));

  it('take their cells along', async () => {
    const file = await begun(cell(1, 'inputs', 0, '"park"'), cell(1, 'inputs', 1, '> 5'), { change: 'shift', decision, column: 'inputs', index: 1, by: -1 });
    assert.deepEqual((await table(file)).rules[0]?.inputs, ['> 5', '"park"']);
    assert.deepEqual((await table(await changed(file, { change: 'drop', decision, column: 'inputs', index: 0 }))).rules[0]?.inputs, ['"park"']);
  });

  it('are of another type: everywhere in the file where the same is asked', async () => {
    const file = await begun({ change: 'table', table: { ...level, asks: [area] } }, { change: 'redefine', decision, column: 'inputs', index: 1, kind: { type: 'string', values: ['small', 'large'] } });
    assert.deepEqual((await table(file)).inputs[1], { label: 'Diện tích', expression: 'area', type: 'string', values: '"small", "large"' });
    assert.equal((await table(file, 'vi', `${decision}2`)).inputs[0]?.type, 'string');
    assert.equal((await model(file)).inputs.find(({ name }) => name === 'area')?.type, 'string');
  });

  it('answer numbers instead of one of a list', async () => {
    const { type, values } = (await table(await begun({ change: 'redefine', decision, column: 'outputs', index: 0, kind: { type: 'number', values: [] } }))).outputs[0]!;
    assert.deepEqual([type, values], ['number', '']);
  });

  it('are asked for no more when they are gone, unless another table or a formula speaks of them', async () => {
    const gone: Change = { change: 'drop', decision, column: 'inputs', index: 1 };
    assert.deepEqual(await inputNames(await begun(gone)), ['place']);
    assert.deepEqual(await inputNames(await begun({ change: 'table', table: { ...level, asks: [area] } }, gone)), ['area', 'place']);
    assert.deepEqual(await inputNames(await begun(cell(1, 'outputs', 0, 'if area > 5 then "Thành phố" else "Phường"'), gone)), ['area', 'place']);
    assert.deepEqual(await inputNames(await begun(cell(1, 'outputs', 0, '"areas"'), gone)), ['place']);
  });
});

describe('a decision table as a whole', () => {
  it('is renamed, and with it a file that has no other', async () => {
    const file = await begun({ change: 'rename', decision, titles: { vi: 'Thẩm quyền', en: 'Competence' } });
    assert.deepEqual([(await table(file)).title, (await table(file, 'en')).title, fileName(file, 'vi'), fileName(file, 'en')], ['Thẩm quyền', 'Competence', 'Thẩm quyền', 'Competence']);
  });

  it('adds up or counts what it collects, and only then', async () => {
    const filled = [{ change: 'redefine', decision, column: 'outputs', index: 0, kind: { type: 'number', values: [] } }, cell(1, 'outputs', 0, '2'), { change: 'add', decision }, cell(2, 'outputs', 0, '3')] as const;
    const sum = await begun(...filled, { change: 'policy', decision, policy: 'COLLECT SUM' });
    assert.deepEqual([(await table(sum)).hitPolicy, await answer(sum, { place: 'park', area: 1 })], ['COLLECT SUM', 5]);
    const first = await changed(sum, { change: 'policy', decision, policy: 'FIRST' });
    assert.deepEqual([(await table(first)).hitPolicy, await answer(first, { place: 'park', area: 1 })], ['FIRST', 2]);
  });

  it('is taken out, with what it alone asked for and what is drawn of it', async () => {
    const file = await begun({ change: 'table', table: { ...level, asks: [area] } }, { change: 'delete', decision });
    assert.deepEqual([(await decisions(file)).map(({ id }) => id), await inputNames(file)], [[`${decision}2`], ['area']]);
    const fee = readFileSync(new URL('../../procedures/construction-permit-house/decisions/fee.dmn', import.meta.url), 'utf8');
    assert.match(fee, /dmnElementRef="zeroFee"/);
    const without = await changeTables(fee, { change: 'delete', decision: 'zeroFee' });
    assert.doesNotMatch(without, /dmnElementRef="(zeroFee|channel)"/);
    assert.ok('decisions' in (await readTables(without, 'vi')));
  });

  it('is the same file when nothing is to be changed', async () => {
    const file = await begun();
    for (const change of [{ change: 'expression', decision, text: '1' }, { change: 'drop', decision, column: 'inputs', index: 7 }, { change: 'delete', decision: 'nothing' }] as const) assert.equal(await changeTables(file, change), file);
  });

  /** Whatever is done to a table, it can be read by the engine, and each rule has as many cells as there are columns. */
  it('can be decided by after any row of changes', async () => {
    const column = fc.constantFrom('inputs' as const, 'outputs' as const, 'annotations' as const);
    const index = fc.nat(2);
    const by = fc.constantFrom(-1 as const, 1 as const);
    const label = fc.constantFrom({ vi: 'Một', en: 'One' }, { vi: 'Hai', en: 'If' });
    const kind = fc.constantFrom({ type: 'string' as const, values: ['a', 'b "c"'] }, { type: 'number' as const, values: [] }, { type: 'boolean' as const, values: [] });
    const change: fc.Arbitrary<Change> = fc.oneof(
      fc.record({ change: fc.constant('answer' as const), decision: fc.constant(decision), answer: fc.tuple(label, kind).map(([said, of]) => ({ label: said, ...of })) }),
      fc.record({ change: fc.constant('ask' as const), decision: fc.constant(decision), input: fc.tuple(fc.constantFrom('height', 'area'), label, kind).map(([name, said, of]) => ({ name, label: said, ...of })) }),
      fc.record({ change: fc.constant('note' as const), decision: fc.constant(decision), label }),
      fc.record({ change: fc.constant('redefine' as const), decision: fc.constant(decision), column, index, label, kind }),
      fc.record({ change: fc.constant('shift' as const), decision: fc.constant(decision), column, index, by }),
      fc.record({ change: fc.constant('drop' as const), decision: fc.constant(decision), column, index }),
      fc.record({ change: fc.constant('add' as const), decision: fc.constant(decision) }),
      fc.record({ change: fc.constant('policy' as const), decision: fc.constant(decision), policy: fc.constantFrom('UNIQUE', 'FIRST', 'COLLECT') }),
    );
    const first = await begun();
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      const file = await changed(first, ...changes);
      const { inputs, outputs, annotations, rules } = await table(file);
      for (const rule of rules) assert.deepEqual([rule.inputs.length, rule.outputs.length, rule.annotations.length], [inputs.length, outputs.length, annotations.length]);
      assert.deepEqual((await inputNames(file)).toSorted(), [...new Set(inputs.map(({ expression }) => expression))].toSorted());
      assert.equal((await model(file)).decisions.length, 1);
    }), { numRuns: 60 });
  });
});

describe('a name for formulas', () => {
  const names: Readonly<Record<string, readonly [label: string, others: readonly string[], name: string]>> = {
    'is made of what people say': ['Fee level', [], 'feeLevel'],
    'of Vietnamese too': ['Cấp giải quyết', [], 'capGiaiQuyet'],
    'is no word of FEEL': ['If', [], 'ifAnswer'],
    'is one where nothing can be read': ['???', [], 'answer'],
    'is one that nothing there has': ['Fee level', ['feeLevel', 'feeLevel2'], 'feeLevel3'],
  };
  for (const [what, [label, others, name]] of Object.entries(names)) it(what, () => assert.equal(feelName(label, others), name));
});
