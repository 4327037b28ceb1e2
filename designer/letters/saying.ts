import type { Block } from '../../procedures/letters/template.ts';

const mostWords = 80;
export const firstWords = (words: string): string => (words.length > mostWords ? `${words.slice(0, mostWords)}…` : words);

/** What a block is known by. */
export function saying(block: Block): string {
  switch (block.block) {
    case 'title': case 'paragraph': return block.text;
    case 'fields': return block.fields.map(({ label }) => label).join(', ');
    case 'table': return block.columns.map(({ head }) => head).join(' | ');
    case 'list': return block.items.startsWith('[') ? block.items.replaceAll(/[[\]"]/g, '') : block.text;
    case 'signatures': return block.boxes.map(({ title, name, recipients }) => (recipients ? recipients.join(' ') : (title ?? name ?? ''))).join(' | ');
    case 'sketch': case 'map': return block.caption ?? '';
    default: return block satisfies never;
  }
}
