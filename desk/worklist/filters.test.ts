import assert from 'node:assert/strict';
import { property, assert as check, record, constantFrom, integer, string, option } from 'fast-check';
import { filtersOf, isNarrowed, searchOf, withFilter, type Filters } from './filters.ts';

const read = (search: string) => filtersOf(new URLSearchParams(search));

describe('filters of the worklist', () => {
  const cases: [string, string, Filters][] = [
    ['an empty address shows everything of the usual list', '', {}],
    ['a saved view comes back', 'scope=mine&due=late&q=Lan', { scope: 'mine', due: 'late', q: 'Lan' }],
    ['a state is a number from 1 to 10', 'state=5', { state: 5 }],
    ['a state beyond the ten is left out', 'state=11', {}],
    ['a state in words is left out', 'state=done', {}],
    ['an unknown list is left out', 'scope=everyone', {}],
    ['blanks around a search are not searched', 'q=%20%20', {}],
    ['decomposed marks are composed', `q=${encodeURIComponent('Ho\u0302\u0300')}`, { q: 'Hồ' }],
  ];
  for (const [name, search, expected] of cases) it(name, () => assert.deepEqual(read(search), expected));

  it('a new filter begins at the first page', () => {
    assert.deepEqual(withFilter({ scope: 'all', cursor: 'abc' }, 'due', 'soon'), { scope: 'all', due: 'soon' });
  });

  it('taking a filter away leaves no trace in the address', () => {
    assert.equal(searchOf(withFilter({ due: 'late' }, 'due', undefined)), '');
    assert.equal(searchOf(withFilter({ q: 'x' }, 'q', '')), '');
  });

  it('choosing a list or an order hides nothing, a filter does', () => {
    assert.equal(isNarrowed({ scope: 'all', sort: 'opened' }), false);
    assert.equal(isNarrowed({ due: 'late' }), true);
  });

  it('what is written is what is read', () => {
    const filters = record({
      scope: constantFrom('mine', 'all'), due: option(constantFrom('late', 'today', 'soon', 'paused'), { nil: undefined }), state: integer({ min: 1, max: 10 }),
      node: string({ minLength: 1, maxLength: 20 }).map((text) => text.normalize('NFC').trim()).filter(Boolean),
    });
    check(property(filters, (given) => {
      const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      assert.deepEqual(read(searchOf(said)), said);
    }));
  });
});
