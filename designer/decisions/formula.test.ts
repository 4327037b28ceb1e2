import assert from 'node:assert/strict';
import { decide } from '../../engine/decision/evaluate.ts';
import { readDmn } from '../../engine/decision/read.ts';
import type { Data } from '../../engine/state.ts';
import { changeTables, emptyFile, inputNames, type Change } from './change-tables.ts';
import { formulaNames } from './formula-names.ts';
import { readTables } from './table-file.ts';

const pages = { name: 'pages', label: { vi: 'Số trang', en: 'Pages' }, type: 'number', values: [] } as const;
const place = { name: 'place', label: { vi: 'Nơi nhận', en: 'Place' }, type: 'string', values: ['counter', 'post'] } as const;
const rates: Change = { change: 'table', table: { titles: { vi: 'Mức thu', en: 'Rates' }, asks: [place], policy: 'UNIQUE', answers: [{ label: { vi: 'Trang đầu', en: 'First' }, type: 'number', values: [] }, { label: { vi: 'Nhiều nhất', en: 'Cap' }, type: 'number', values: [] }] } };
const fee: Change = { change: 'formula', formula: { titles: { vi: 'Phí sao chụp', en: 'Charge' }, asks: [pages] } };
const write = (text: string, decision = 'charge'): Change => ({ change: 'expression', decision, text });
const filled: readonly Change[] = ([['first', '2000'], ['cap', '200000']] as const).map(([, text], index) => ({ change: 'cell', decision: 'rates', rule: 'rates_table_rule_1', column: 'outputs', index, text }));

const file = async (...changes: readonly Change[]): Promise<string> => {
  let xml = await emptyFile('fee', 'urn:motcua:test:fee', { vi: 'Phí', en: 'Fee' });
  for (const change of changes) xml = await changeTables(xml, change);
  return xml;
};
const read = async (xml: string) => {
  const reading = await readTables(xml, 'vi');
  assert.ok('decisions' in reading, JSON.stringify(reading));
  return reading;
};
const formula = async (xml: string, id = 'charge') => {
  const found = (await read(xml)).decisions.find((one) => one.id === id);
  assert.ok(found?.kind === 'expression');
  return found;
};
const answer = async (xml: string, input: Data, id = 'charge') => {
  const reading = await readDmn(xml);
  assert.ok('decisions' in reading, JSON.stringify(reading));
  const result = decide(reading.decisions, id, input, '2026-11-19T02:00:00Z');
  return 'value' in result ? result.value : result;
};

describe('a formula of a decision', () => {
  it('is begun with what it reckons with, and answers nothing until it is written', async () => {
    const xml = await file(fee);
    assert.deepEqual([(await formula(xml)).title, (await formula(xml)).needs, await inputNames(xml), await answer(xml, { pages: 3 })], ['Phí sao chụp', ['pages'], ['pages'], null]);
  });

  const fees: readonly (readonly [pages: number, amount: number])[] = [[1, 2000], [2, 4000], [3, 5000], [500, 200_000]];
  for (const [count, amount] of fees) it(`takes ${amount} đ for ${count} pages`, async () => {
    const xml = await file(fee, write('min(200000, if pages <= 2 then 2000 * pages else 4000 + 1000 * (pages - 2))'));
    assert.equal(await answer(xml, { pages: count }), amount);
  });

  it('takes the answer of another decision when it speaks of it, and no more when it does not', async () => {
    const spoken = await file(fee, rates, ...filled, write('min(rates.cap, rates.first * pages)'));
    assert.deepEqual([(await formula(spoken)).takes, await answer(spoken, { pages: 3, place: 'post' })], [['rates'], 6000]);
    const without = await changeTables(spoken, write('pages * 2000'));
    assert.deepEqual([(await formula(without)).takes, (await formula(without)).needs, await inputNames(without)], [[], ['pages'], ['place', 'pages']]);
  });

  it('needs what another asks when it speaks of it, asks more, and no more what it does not speak of', async () => {
    const shared = await file(rates, fee, write('if place = "post" then 1 else 2'));
    assert.deepEqual((await formula(shared)).needs, ['pages', 'place']);
    const dropped = await changeTables(shared, { change: 'drop', decision: 'charge', column: 'inputs', index: 0 });
    assert.deepEqual([(await formula(dropped)).needs, await inputNames(dropped)], [['place'], ['place']]);
    assert.deepEqual((await formula(await changeTables(dropped, { change: 'drop', decision: 'charge', column: 'inputs', index: 0 }))).needs, ['place']);
    assert.deepEqual((await formula(await changeTables(dropped, { change: 'ask', decision: 'charge', input: pages }))).needs.toSorted(), ['pages', 'place']);
  });

  it('never takes the answer of one that takes its own', async () => {
    const bill: Change = { change: 'formula', formula: { titles: { vi: 'Phải nộp', en: 'Bill' }, asks: [] } };
    const xml = await file(fee, bill, write('charge + 1', 'bill'), write('bill'), write('charge'));
    assert.deepEqual([(await formula(xml)).takes, (await formula(xml, 'bill')).takes], [[], ['charge']]);
  });

  it('may speak of what the file asks and its other decisions answer, each by what people call it', async () => {
    const reading = await read(await file(rates, fee, { change: 'formula', formula: { titles: { vi: 'Phải nộp', en: 'Bill' }, asks: [] } }, write('charge', 'bill')));
    assert.deepEqual(formulaNames('charge', reading, 'vi').map(({ name, kind, label }) => `${name} ${kind} ${label}`), ['pages number Số trang', 'place text Nơi nhận', 'rates.first number Mức thu: Trang đầu', 'rates.cap number Mức thu: Nhiều nhất', 'rates other Mức thu']);
    assert.deepEqual(formulaNames('bill', reading, 'vi').map(({ name }) => name).slice(-1), ['charge']);
  });
});
