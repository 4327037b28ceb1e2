import assert from 'node:assert/strict';
import { versionView } from './draft.ts';

describe('a version in the designer', () => {
  for (const file of ['process.bpmn', 'process.statechart.json']) {
    it(`says that its process stands in ${file}`, () => {
      const row = { hash: 'h', key: 'k', number: 1, files: { 'procedure.json': { text: '{}' }, [file]: { text: '' } }, publishedAt: 'p', publishedBy: 'b', note: null, offered: true, offeredFrom: null, offerError: null, offeredAt: 'o' };
      assert.equal(versionView(row, 0, { person: () => null } as unknown as Parameters<typeof versionView>[2]).process, file);
    });
  }
});
