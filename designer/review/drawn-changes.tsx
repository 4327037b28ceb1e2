import { useMemo } from 'react';
import { isStatechart } from '../../procedures/process-path.ts';
import { MarkedChart } from '../insight/marked-chart.tsx';
import { Picture, type Mark } from '../insight/picture.tsx';
import { useText } from '../words.ts';
import type { ProcessChange } from './process-diff.ts';
import type { FileChange } from './differences.ts';

const looks = { 'step-added': 'added', 'way-added': 'added', 'step-removed': 'removed', 'way-removed': 'removed', 'step-property': 'changed', 'process-property': 'changed', 'way-condition': 'changed', 'way-name': 'changed', 'way-order': 'changed' } as const satisfies Record<ProcessChange['change'], string>;

/** What is different, on the drawings: what is new or otherwise on the later one, what is gone on the earlier. The sentences beside them say the same. */
export const DrawnChanges = ({ path, drawn: { before, after, changes } }: { path: string; drawn: NonNullable<FileChange['drawn']> }) => {
  const text = useText();
  const [later, earlier] = useMemo(() => {
    const marked = (keep: (look: string) => boolean) => new Map(changes.flatMap(({ at, change }): [string, Mark][] => (change !== 'process-property' && keep(looks[change]) ? [[at, { look: `diff-${looks[change]}`, word: text(`drawn_${looks[change]}`) }]] : [])));
    return [marked((look) => look !== 'removed'), marked((look) => look === 'removed')];
  }, [changes, text]);
  const picture = (drawing: string, marks: ReadonlyMap<string, Mark>, label: string) =>
    isStatechart(path) ? <MarkedChart packageKey="" json={drawing} texts={undefined} marks={marks} label={label} /> : <Picture near xml={drawing} marks={marks} label={label} />;
  return (
    <>
      {later.size > 0 && picture(after, later, text('drawnLater'))}
      {earlier.size > 0 && picture(before, earlier, text('drawnEarlier'))}
    </>
  );
};
