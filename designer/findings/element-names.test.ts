import assert from 'node:assert/strict';
import { inNames } from './element-names.ts';

const names: Readonly<Record<string, string>> = { Gateway_1x2y3z: 'lựa chọn sau “Thẩm định”', sign: 'Ký duyệt', Flow_09abc: 'tới Trả kết quả', '_4a69-7b': 'Tiếp nhận', 'sid-34-A': 'Cấp số', 'time-limit#timeLimit': 'Thời hạn giải quyết' };

describe('A sentence of the checker', () => {
  for (const [sentence, said] of [
    ['expected a flow to exclusiveGateway Gateway_1x2y3z, but nothing leads to it', 'expected a flow to exclusiveGateway “lựa chọn sau “Thẩm định””, but nothing leads to it'],
    ['expected step "Ký duyệt" (sign) to have a role', 'expected step “Ký duyệt” to have a role'],
    ['expected somebody to sign (or not), with 2 hands', 'expected somebody to sign (or not), with 2 hands'],
    ['expected userTask (_4a69-7b) to come before sid-34-A', 'expected userTask “Tiếp nhận” to come before “Cấp số”'],
    ['as row 4 of time-limit#timeLimit says (x#y)', 'as row 4 of “Thời hạn giải quyết” says (x#y)'],
    ['expected flow Flow_09abc out of Gateway_9 to lead on', 'expected flow “tới Trả kết quả” out of Gateway_9 to lead on'],
  ] as const)
    it(`names what it is about: ${sentence}`, () => assert.equal(inNames(sentence, (id) => names[id]), said));
});
