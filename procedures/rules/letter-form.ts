import type { LetterTemplate } from '../letters/template.ts';
import { warning, type Rule } from './rule.ts';

const asAbove = /^\s*Như trên/i;
const addressee = /^\s*Kính gửi/i;

/** A letter has the parts of an administrative paper that its author sets (server/documents/paper-rules.json, II.5 and II.9): what it is about, and recipients that the paper names. How parts look is not theirs to set. */
export const letterForm: Rule = {
  name: 'letter-form',
  *check({ letters }) {
    for (const [key, { head, blocks, name }] of letters) {
      const file = `letters/${key}.json`;
      if (head.subject === undefined && !blocks.some(({ block }) => block === 'title')) yield warning('head', { en: `expected the letter "${name.en}" to have a title, or "V/v …" in its head as an official letter has, but it has neither`, vi: `văn bản “${name.vi}” chưa có tên loại: hãy thêm tiêu đề, hoặc ghi “V/v …” ở phần đầu nếu là công văn` }, file);
      const named = blocks.some((block) => block.block === 'paragraph' && addressee.test(block.text));
      if (!named) for (const place of asAboves(blocks)) yield warning(place, { en: `expected the letter "${name.en}" to begin with "Kính gửi", as its recipients say "Như trên", but it does not: name the recipient`, vi: `văn bản “${name.vi}” ghi nơi nhận “Như trên” mà không có “Kính gửi” ở trên: hãy ghi tên nơi nhận` }, file);
    }
  },
};

function* asAboves(blocks: LetterTemplate['blocks']): Generator<string> {
  for (const [index, block] of blocks.entries()) {
    if (block.block !== 'signatures') continue;
    for (const [number, { recipients }] of block.boxes.entries()) for (const [line, text] of (recipients ?? []).entries()) if (asAbove.test(text)) yield `blocks[${index}].boxes[${number}].recipients[${line}]`;
  }
}
