import { useMemo } from 'react';
import { Picture, type Mark } from '../insight/picture.tsx';
import { useText } from '../words.ts';
import type { ProcessChange } from './process-diff.ts';
import type { FileChange } from './use-changes.ts';

const looks = { 'step-added': 'added', 'way-added': 'added', 'step-removed': 'removed', 'way-removed': 'removed', 'step-property': 'changed', 'way-condition': 'changed' } as const satisfies Record<ProcessChange['change'], string>;

/** What is different, on the drawings: what is new or otherwise on the later one, what is gone on the earlier. The sentences beside them say the same. */
export const DrawnChanges = ({ drawn: { before, after, changes } }: { drawn: NonNullable<FileChange['drawn']> }) => {
  const text = useText();
  const [later, earlier] = useMemo(() => {
    const marked = (keep: (look: string) => boolean) => new Map(changes.flatMap(({ at, change }): [string, Mark][] => (keep(looks[change]) ? [[at, { look: `diff-${looks[change]}`, word: text(`drawn_${looks[change]}`) }]] : [])));
    return [marked((look) => look !== 'removed'), marked((look) => look === 'removed')];
  }, [changes, text]);
  return (
    <>
      {later.size > 0 && <Picture near xml={after} marks={later} label={text('drawnLater')} />}
      {earlier.size > 0 && <Picture near xml={before} marks={earlier} label={text('drawnEarlier')} />}
    </>
  );
};
