import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decide } from '../../engine/decision/evaluate.ts';
import { readDmn } from '../../engine/decision/read.ts';
import type { Data } from '../../engine/state.ts';
import { changeTables, type Change } from './change-tables.ts';
import { fileName, readTables, type TableView } from './table-file.ts';

const fee = readFileSync(new URL('../../procedures/construction-permit-house/decisions/fee.dmn', import.meta.url), 'utf8');
const decision = 'feeLines';
const table = async (xml: string): Promise<TableView> => {
  const reading = await readTables(xml, 'vi');
  assert.ok('decisions' in reading, JSON.stringify(reading));
  const found = reading.decisions.find(({ id }) => id === decision);
  assert.ok(found?.kind === 'table');
  return found;
};
const total = async (xml: string, input: Data) => {
  const reading = await readDmn(xml);
  assert.ok('decisions' in reading, JSON.stringify(reading));
  const result = decide(reading.decisions, 'fee', input, '2026-11-19T02:00:00Z');
  assert.ok('value' in result, JSON.stringify(result));
  return (result.value as { readonly total: number }).total;
};
const newHouse = { permitKind: 'new', channel: 'online', waiver: '' };

describe('a decision table is edited in its file', () => {
  it('is shown with its columns, rules and words', async () => {
    const { title, hitPolicy, inputs, outputs, annotations, rules } = await table(fee);
    assert.deepEqual([title, hitPolicy, inputs.map(({ label, expression }) => [label, expression]), outputs.length, annotations], ['Các khoản lệ phí, đồng', 'COLLECT', [['Loại cấp phép', 'permitKind']], 8, ['Căn cứ', 'Nguồn', 'Mức xác minh']]);
    assert.deepEqual([rules[0]!.inputs, rules[0]!.outputs[6]], [['"new"'], '75000']);
    assert.deepEqual(outputs[6], { label: '', name: 'amount', type: 'number', values: '' });
  });

  it('is named in English where its file says how, and keeps that when it is changed', async () => {
    const asked = await changeTables(fee, { change: 'ask', decision, input: { name: 'area', label: { vi: 'Diện tích', en: 'Area' }, type: 'number', values: [] } });
    for (const xml of [fee, asked]) assert.deepEqual([fileName(xml, 'vi'), fileName(xml, 'en')], ['Lệ phí cấp giấy phép', 'Fee for the permit']);
    const [inEnglish, inVietnamese] = await Promise.all((['en', 'vi'] as const).map((language) => readTables(asked, language)));
    const told = (reading: typeof inEnglish) => ('decisions' in reading! ? [reading.decisions.find(({ id }) => id === decision)].flatMap((found) => (found?.kind === 'table' ? [found.title, ...found.inputs.map(({ label }) => label), ...found.annotations] : [])) : []);
    assert.deepEqual(told(inEnglish), ['Fee items, in đồng', 'Kind of permit', 'Area', 'Legal basis', 'Source', 'Verification']);
    assert.deepEqual(told(inVietnamese), ['Các khoản lệ phí, đồng', 'Loại cấp phép', 'Diện tích', 'Căn cứ', 'Nguồn', 'Mức xác minh']);
  });

  it('decides the same after it was only read and written', async () => {
    const written = await changeTables(fee, { change: 'policy', decision, policy: 'COLLECT' });
    assert.equal(await total(written, newHouse), 75_000);
    assert.equal(await changeTables(written, { change: 'policy', decision, policy: 'COLLECT' }), written, 'writing again changes nothing');
  });

  it('decides by what was typed', async () => {
    const dearer = await changeTables(fee, { change: 'cell', decision, rule: 'feeLines_rule_1', column: 'outputs', index: 6, text: '80000' });
    assert.equal(await total(dearer, newHouse), 80_000);
  });

  it('takes a new rule, which can be filled in, moved and taken away', async () => {
    const more = await changeTables(fee, { change: 'add', decision });
    const rule = (await table(more)).rules.at(-1)!;
    assert.deepEqual([rule.inputs, rule.outputs.length, rule.annotations.length], [['-'], 8, 3]);
    const first = (await table(await changeTables(more, { change: 'move', decision, rule: rule.id, by: -1 }))).rules.map(({ id }) => id);
    assert.equal(first.at(-2), rule.id);
    assert.deepEqual(await table(await changeTables(more, { change: 'remove', decision, rule: rule.id })), await table(fee));
  });

  it('takes a column for one more answer: all rules hold for any, and a formula may name it', async () => {
    const wider = await changeTables(fee, { change: 'ask', decision, input: { name: 'area', label: { vi: 'Diện tích', en: 'Area' }, type: 'number', values: [] } });
    const { inputs, rules } = await table(wider);
    assert.deepEqual(inputs.at(-1), { label: 'Diện tích', expression: 'area', type: 'number', values: '' });
    assert.ok(rules.every((rule) => rule.inputs.at(-1) === '-'));
    const byArea = await changeTables(wider, { change: 'cell', decision, rule: 'feeLines_rule_1', column: 'outputs', index: 6, text: 'area * 1000' });
    assert.equal(await total(byArea, { ...newHouse, area: 12 }), 12_000);
  });

  it('takes a column for a choice with what may be chosen', async () => {
    const asked = await changeTables(fee, { change: 'ask', decision, input: { name: 'purpose', label: { vi: 'Mục đích', en: 'Purpose' }, type: 'string', values: ['wedding', 'material'] } });
    assert.equal((await table(asked)).inputs.at(-1)?.values, '"wedding", "material"');
    assert.deepEqual(await table(await changeTables(asked, { change: 'add', decision })).then(({ rules }) => rules.at(-1)?.inputs), ['-', '-']);
  });

  const harmless: Readonly<Record<string, Change>> = {
    'a rule that is not there': { change: 'remove', decision, rule: 'nothing' },
    'a cell that is not there': { change: 'cell', decision, rule: 'feeLines_rule_1', column: 'inputs', index: 9, text: 'x' },
    'the first rule up': { change: 'move', decision, rule: 'feeLines_rule_1', by: -1 },
    'a decision that is not there': { change: 'add', decision: 'nothing' },
  };
  for (const [what, change] of Object.entries(harmless)) it(`changes nothing for ${what}`, async () => assert.deepEqual(await table(await changeTables(fee, change)), await table(fee)));

  it('says why a file cannot be edited', async () => assert.ok('fault' in (await readTables('<a', 'vi'))));
});
