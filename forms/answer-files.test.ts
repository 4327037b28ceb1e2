import { strict as assert } from 'node:assert';
import { answerFiles } from './answer-files.ts';
import { answer, drawing, house } from './testing/house.ts';
import { small } from './testing/small.ts';

describe('the files of an answer', () => {
  it('are named with the place that asks for them', () => assert.deepEqual(answerFiles(house, answer), [{ path: 'drawings', file: drawing }]));

  it('are found in the rows of a repeating group', () => {
    const form = small({ papers: { type: 'array', items: { type: 'object', properties: { scans: { $ref: 'motcua:files' } } } } });
    assert.deepEqual(answerFiles(form, { papers: [{ scans: [drawing] }, {}] }).map(({ path }) => path), ['papers.0.scans']);
  });
});
