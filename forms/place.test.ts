import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { Data, Json } from '../engine/state.ts';
import { answerSections } from './answers.ts';
import { compile } from './compile.ts';
import { evaluate } from './evaluate.ts';
import { formatPoint, parsePoint } from './place.ts';
import { precompile } from './precompile/precompile.ts';
import { small } from './testing/small.ts';
import { validate, type Check } from './validate.ts';

const at = '2026-11-22T03:00:00Z';
const form = small({ place: { $ref: 'motcua:place' } }, [], { required: ['place'] });
const faultsOf = (check: Check, place: Json | undefined) => validate(form, check, place === undefined ? {} : { place }, { at }).errors.map(({ path, message }) => `${path}: ${message.vi.slice(0, 20)}`);

describe('a place by coordinates, address or words', () => {
  const read: [string, ReturnType<typeof parsePoint>][] = [
    ['10.776912, 106.700981', { latitude: 10.776912, longitude: 106.700981 }],
    ['10,776912; 106,700981', { latitude: 10.776912, longitude: 106.700981 }],
    [' 10.776 106.7 ', { latitude: 10.776, longitude: 106.7 }],
    ['10,5 106,5', { latitude: 10.5, longitude: 106.5 }],
    ['10, 106', { latitude: 10, longitude: 106 }],
    ['10.776912', undefined],
    ['cổng trường', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of read) it(`reads "${text}" as ${JSON.stringify(expected)}`, () => assert.deepEqual(parsePoint(text), expected));

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.integer({ min: -90_000_000, max: 90_000_000 }), fc.integer({ min: -180_000_000, max: 180_000_000 }), (one, other) => {
      const point = { latitude: one / 1e6, longitude: other / 1e6 };
      assert.deepEqual(parsePoint(formatPoint(point)), { latitude: point.latitude || 0, longitude: point.longitude || 0 });
    }));
  });

  const answers: [string, Json | undefined, string[]][] = [
    ['nothing', undefined, ['place: Cho biết địa điểm bằ']],
    ['blank words', { words: '  ' }, ['place: Cho biết địa điểm bằ']],
    ['an address', { address: '86 Đường Mẫu' }, []],
    ['words', { words: 'Bên trái cổng trường' }, []],
    ['coordinates', { latitude: 10.77, longitude: 106.7 }, []],
    ['coordinates abroad', { latitude: 48.85, longitude: 106.7 }, ['place.latitude: Nhập tọa độ trong nư']],
    ['what is no coordinates', { latitude: 'cổng trường', address: 'Hẻm Mẫu' }, ['place.latitude: Nhập tọa độ trong nư']],
  ];
  for (const [what, place, expected] of answers) {
    it(`answers ${what} with ${expected.length === 0 ? 'nothing to mend' : expected.join()}, in server and browser`, async () => {
      assert.deepEqual(faultsOf(compile(form), place), expected);
      const { code } = await precompile(form);
      const { default: check } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: Check };
      assert.deepEqual(faultsOf(check, place), expected);
    });
  }

  it('is read as people write it', () => {
    const answer: Data = { place: { latitude: 10.776912, longitude: 106.7, address: '86 Đường Mẫu', words: 'Đầu hẻm' } };
    const [section] = answerSections(form, evaluate(form, answer, at), 'vi');
    assert.deepEqual(section?.rows[0]?.lines, ['86 Đường Mẫu', 'Đầu hẻm', '10.776912, 106.7']);
  });
});
