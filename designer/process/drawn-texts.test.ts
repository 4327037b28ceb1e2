import assert from 'node:assert/strict';
import { DrawnTexts, type Move } from './drawn-texts.ts';

/** Commands, with what is written after them; nothing is written in a quick row. */
const drawn = (...moves: readonly (readonly [move: Move, xml?: string])[]): DrawnTexts => {
  const texts = new DrawnTexts('file', '<file/>');
  for (const [move, xml] of moves) {
    texts.moved(move);
    if (xml !== undefined) texts.write(xml);
  }
  return texts;
};

describe('the texts of a drawing along its own commands', () => {
  const ways: Readonly<Record<string, readonly [texts: DrawnTexts, text: string, way: number | undefined]>> = {
    'stand at the beginning': [drawn(), 'file', 0],
    'lead back by one command': [drawn(['execute', 'a'], ['execute', 'b']), 'a', -1],
    'lead back to the file as it was opened': [drawn(['execute', 'a'], ['execute', 'b']), 'file', -2],
    'lead back over a quick row of commands at once': [drawn(['execute'], ['execute'], ['execute', 'a']), 'file', -3],
    'lead forth again': [drawn(['execute', 'a'], ['execute', 'b'], ['undo'], ['undo']), 'b', 2],
    'know nothing of what was given up': [drawn(['execute', 'a'], ['undo'], ['execute', 'b']), 'a', undefined],
    'know nothing of what came from elsewhere': [drawn(['execute', 'a']), 'other', undefined],
  };
  for (const [what, [texts, text, way]] of Object.entries(ways)) it(what, () => assert.equal(texts.wayTo(text), way));

  it('are the bytes of the file where the drawing is what it was, however it came there', () => {
    assert.equal(drawn(['execute', 'a'], ['execute', '<file/>']).here, 'file');
    assert.equal(drawn(['execute', 'a'], ['undo']).here, 'file');
  });

  it('are not known before they are written', () => assert.equal(drawn(['execute']).here, undefined));
});
