import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { RE2JS as Linear } from 're2js';
import { RE2JS as Slim } from './patterns.ts';

interface Matching { find(): boolean; start(): number; end(): number; group(index: number): string | null; groupCount(): number }
const walk = (matcher: Matching) => {
  const found: unknown[] = [];
  while (found.length < 50 && matcher.find()) found.push([matcher.start(), matcher.end(), matcher.group(0), matcher.groupCount()]);
  return found;
};
const patterns = ['^[0-9]{12}$', '[a-c]+', '(a)(b)?', 'x*', '^H\\d{2}(\\.\\d{1,3})*-\\d{6}$', '[\\p{L} ]+', ',\\s*'];

describe('patterns in the browser', () => {
  for (const pattern of patterns) {
    it(`finds the same as the server: ${pattern}`, () => {
      fc.assert(fc.property(fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'x', ',', ' ', '1', 'ễ', '.', 'H', '-') }), fc.constantFrom('079099000001', 'H29.1.2-261122')), (text) => {
        assert.deepEqual(walk(Slim.compile(pattern).matcher(text)), walk(Linear.compile(pattern).matcher(text)));
      }));
    });
  }

  it('knows the flags that expressions use', () => {
    for (const [pattern, flags, text] of [['abc', Slim.CASE_INSENSITIVE, 'xABC'], ['a.b', Slim.DOTALL, 'a\nb'], ['^b$', Slim.MULTILINE, 'a\nb']] as const) assert.equal(Slim.compile(pattern, flags).matcher(text).find(), true);
  });

  it('refuses what is no pattern', () => assert.throws(() => Slim.compile('(')));
});
