import assert from 'node:assert/strict';
import { onThisPage } from './on-this-page.ts';

describe('the errors of one page', () => {
  it('are those of its questions, their rows and parts', () => {
    const errors = ['owner.name', 'owner.names', 'work.floors.0.area', 'site.address.commune', 'delivery'].map((path) => ({ path }));
    assert.deepEqual(onThisPage(errors, ['owner.name', 'work.floors', 'site.address']).map(({ path }) => path), ['owner.name', 'work.floors.0.area', 'site.address.commune']);
  });
});
