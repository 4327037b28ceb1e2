import type { TransferExamined } from '../../server/api/transfer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';

interface Props extends Pick<TransferExamined, 'gone' | 'targets'> {
  mapping: Readonly<Record<string, string>>;
  onMapping: (mapping: Readonly<Record<string, string>>) => void;
}

/** For each step that the other version lacks, the one that takes its place. */
export const Places = ({ gone: steps, targets, mapping, onMapping }: Props) => {
  const text = useText();
  const language = useLanguage();
  const placed = (gone: string, target: string) => {
    const { [gone]: _, ...others } = mapping;
    onMapping(target === '' ? others : { ...others, [gone]: target });
  };
  return steps.map((gone) => (
    <Select
      key={gone.id} id={`place-of-${gone.id}`} label={text('placeOf', { step: pick(gone.name, language) })} value={mapping[gone.id] ?? ''}
      options={[{ value: '', label: text('placeOfNone') }, ...targets.filter(({ kind }) => kind === gone.kind).map(({ id, name }) => ({ value: id, label: pick(name, language) }))]}
      onChange={(target) => placed(gone.id, target)}
    />
  ));
};
