import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { Data, Json } from '../engine/state.ts';
import { answerSections } from './answers.ts';
import { compile } from './compile.ts';
import { expand } from './expand.ts';
import { setAt, type Draft } from './field-path.ts';
import { taskList } from './flow.ts';
import { normalise } from './normalise.ts';
import { answer, at, catalogues, house } from './testing/house.ts';
import { validate } from './validate.ts';

const typed = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('1.234,5', '27/3/2019', ' 079 099 000 001 ', '+84901234567', 'Nguyễn'.normalize('NFD'), '\u200b', '79'));
const places = [...expand(house).fields.keys()].map((id) => id.replaceAll('[]', '.0'));
/** The sample answer with a few places overwritten by anything at all. */
const spoilt = fc.array(fc.tuple(fc.constantFrom(...places), typed), { maxLength: 6 }).map((changes) => {
  const draft = structuredClone(answer) as Draft;
  for (const [path, value] of changes) setAt(draft, path, value as Json);
  return draft as Data;
});

describe('whatever is sent as an answer', () => {
  it('is judged without a fault, and what is accepted is accepted again unchanged', () => {
    const check = compile(house);
    fc.assert(fc.property(spoilt, (given) => {
      const validation = validate(house, check, given, { at, catalogues });
      answerSections(house, validation.evaluation, 'vi', catalogues);
      taskList({ form: house, validation, visited: [] });
      if (validation.errors.length === 0) assert.deepEqual(validate(house, check, validation.value, { at, catalogues }).value, validation.value);
    }), { numRuns: 300 });
  });

  it('is normalised once and for all', () => {
    const form = expand(house);
    fc.assert(fc.property(spoilt, (given) => {
      const once = normalise(form, given);
      assert.deepEqual(normalise(form, once), once);
    }), { numRuns: 300 });
  });

  it('may be any JSON at all', () => {
    fc.assert(fc.property(fc.jsonValue(), (given) => {
      assert.ok(Array.isArray(validate(house, compile(house), given, { at }).errors));
    }));
  });
});
