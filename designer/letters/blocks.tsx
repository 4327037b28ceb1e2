import { ArrowDown, ArrowUp, Copy, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Block } from '../../procedures/letters/template.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { State } from '../../ui/state.tsx';
import { moved } from '../about/change.ts';
import { Select } from '../process/panel/select.tsx';
import { pane } from '../shell/panes.ts';
import { useText } from '../words.ts';
import { BlockFindings } from './block-findings.tsx';
import { BlockEditor } from './blocks/block-editor.tsx';
import { newBlocks, type NewBlock } from './new-blocks.ts';
import type { LetterParts } from './part.ts';
import { firstWords, saying } from './saying.ts';

/** The blocks of a letter one under the other, each folded into its first words. */
export const Blocks = ({ blocks, onChange, ...parts }: LetterParts & { blocks: readonly Block[]; onChange: (blocks: readonly Block[]) => void }) => {
  const text = useText();
  const names = parts.lexicon();
  const list = useRef<HTMLDivElement>(null);
  const [kind, setKind] = useState<NewBlock>('paragraph');
  const add = () => {
    // what closes a letter stays at its end
    const at = kind !== 'signature' && blocks.at(-1)?.block === 'signatures' ? blocks.length - 1 : blocks.length;
    onChange(blocks.toSpliced(at, 0, newBlocks[kind]));
    setTimeout(() => {
      const fresh = list.current?.querySelectorAll<HTMLDetailsElement>(':scope > details').item(at);
      if (!fresh) return;
      fresh.open = true;
      fresh.querySelector('summary')?.focus();
    });
  };
  return (
    <section {...pane} aria-labelledby="letter-blocks">
      <h2 id="letter-blocks">{text('letterBlocks')}</h2>
      <div className="field-rows" ref={list}>
        {blocks.map((block, index) => {
          const findings = parts.findingsAt(`blocks[${index}]`);
          const title = `${index + 1}. ${text(`letterBlock_${block.block}`)}`;
          return (
            // oxlint-disable-next-line react/no-array-index-key -- blocks have no names of their own
            <details key={index} className="field-row">
              <summary>
                <span className="field-row-name">{title}</span> <span className="letter-says muted">{firstWords(names.shown(saying(block)))}</span>
                {block.when !== undefined && <>{' '}<State tone="plain" word={text('letterConditional')} /></>}
                {findings.length > 0 && <State tone={findings.some(({ severity }) => severity === 'error') ? 'late' : 'soon'} word={text('findingCount', { count: findings.length })} />}
              </summary>
              <div role="group" aria-label={title}>
                <BlockFindings findings={findings} lexicon={names} />
                <BlockEditor {...parts} put={(path, next) => parts.put(['blocks', index, ...path], next)} id={`block-${index}`} block={block} />
              </div>
              <div className="row">
                <Button small aria-disabled={index === 0} onClick={() => onChange(moved(blocks, index, -1))}><Icon of={ArrowUp} />{text('up')}</Button>
                <Button small aria-disabled={index === blocks.length - 1} onClick={() => onChange(moved(blocks, index, 1))}><Icon of={ArrowDown} />{text('down')}</Button>
                <Button small onClick={() => onChange(blocks.toSpliced(index, 0, block))}><Icon of={Copy} />{text('letterCopyBlock')}</Button>
                <Button small kind="quiet" aria-disabled={blocks.length === 1} onClick={() => blocks.length > 1 && onChange(blocks.toSpliced(index, 1))}><Icon of={Trash2} />{text('removeRow')}</Button>
              </div>
            </details>
          );
        })}
      </div>
      <div className="letter-add">
        <Select id="letter-new-block" label={text('letterNewBlock')} value={kind} options={(Object.keys(newBlocks) as NewBlock[]).map((value) => ({ value, label: text(`letterNew_${value}`) }))} onChange={(next) => setKind(next as NewBlock)} />
        <Button onClick={add}><Icon of={Plus} />{text('letterAddBlock')}</Button>
      </div>
    </section>
  );
};
