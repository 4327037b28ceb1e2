import assert from 'node:assert/strict';
import { dossierOf, rowId } from './row-id.ts';

describe('ids of rows that effects make', () => {
  it('are the same for the same effect', () => assert.equal(rowId('d1', 'task.open:7'), rowId('d1', 'task.open:7')));
  it('differ from effect to effect', () => assert.notEqual(rowId('d1', 'task.open:7'), rowId('d1', 'task.open:8')));
  it('say of which dossier they are', () => assert.equal(dossierOf(rowId('-Ab_9', 'task.open:7')), '-Ab_9'));
  it('are nobody’s when they are made up', () => assert.equal(dossierOf('made-up'), ''));
  it('stand in an address as they are', () => assert.match(rowId('-Ab_9', 'task.open:7'), /^[A-Za-z0-9_-]+$/));
});
