import assert from 'node:assert/strict';
import { rowId } from './row-id.ts';

describe('ids of rows that effects make', () => {
  it('are the same for the same effect', () => assert.equal(rowId('d1', 'task.open:7'), rowId('d1', 'task.open:7')));
  it('differ from effect to effect', () => assert.notEqual(rowId('d1', 'task.open:7'), rowId('d1', 'task.open:8')));
  it('stand in an address as they are', () => assert.match(rowId('-Ab_9', 'task.open:7'), /^[A-Za-z0-9_-]+$/));
});
