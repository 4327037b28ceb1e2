import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Block, LetterTemplate } from '../../procedures/letters/template.ts';
import { letterChanges } from './letter-diff.ts';

const letter = JSON.parse(readFileSync(new URL('../../procedures/construction-permit-house/letters/permit.json', import.meta.url), 'utf8')) as LetterTemplate;
const at = letter.blocks.findIndex(({ block }) => block === 'paragraph');
const said = (blocks: readonly Block[], more: Partial<LetterTemplate> = {}) => letterChanges(letter, { ...letter, ...more, blocks: [...blocks] });
const fresh: Block = { block: 'paragraph', text: 'Một đoạn mới' };

describe('what changes from one version of a letter to the next', () => {
  it('is nothing where nothing is', () => assert.deepEqual(said(letter.blocks), []));

  it('is the text of a part, where it stands now', () => {
    const block = { ...letter.blocks[at]!, text: 'Khác' } as Block;
    const before = letter.blocks[at] as Extract<Block, { block: 'paragraph' }>;
    assert.deepEqual(said(letter.blocks.with(at, block)), [{ change: 'part-changed', number: at + 1, kind: 'paragraph', place: 'text', from: before.text, to: 'Khác' }]);
  });

  it('is when a part stands', () => {
    const block = { ...letter.blocks[at]!, when: 'inputs.reason != null' };
    assert.deepEqual(said(letter.blocks.with(at, block)).map((one) => [one.change, 'place' in one && one.place, 'to' in one && one.to]), [['part-changed', 'when', 'inputs.reason != null']]);
  });

  it('is a part that came or went, and nothing of those behind it', () => {
    assert.deepEqual(said(letter.blocks.toSpliced(at, 0, fresh)), [{ change: 'part-added', number: at + 1, kind: 'paragraph', block: fresh }]);
    assert.deepEqual(said(letter.blocks.toSpliced(at, 1)), [{ change: 'part-removed', number: at + 1, kind: 'paragraph', block: letter.blocks[at] }]);
  });

  it('is a part that came in place of another kind', () => {
    const list: Block = { block: 'list', items: 'papers', text: '{{ item.name }}' };
    assert.deepEqual(said(letter.blocks.with(at, list)).map(({ change }) => change), ['part-added', 'part-removed']);
  });

  it('is what stands above the parts', () => {
    assert.deepEqual(said(letter.blocks, { name: { ...letter.name, vi: 'Tên khác' } }).map((one) => [one.change, 'place' in one && one.place]), [['letter-head', 'name.vi']]);
  });
});
