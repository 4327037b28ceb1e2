import type { DraftPackage } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dateTime } from '../../ui/format.ts';
import { useText } from '../words.ts';
import { changedTexts, type Bench } from './bench.ts';
import { hashesOf, meanwhile } from './merge.ts';

/** Somebody saved first: says what, what it touches, and lets the person choose. Nothing is lost before they do. */
export const ConflictDialog = ({ bench, newer, onResolve, onLater }: { bench: Bench; newer: DraftPackage | undefined; onResolve: (keepOurs: boolean) => Promise<void>; onLater: () => void }) => {
  const text = useText();
  const { theirs, both } = newer ? meanwhile(bench.hashes, hashesOf(newer), changedTexts(bench).map(({ path }) => path)) : { theirs: [], both: [] };
  return (
    <Dialog
      open={newer !== undefined} title={text('conflict')} onClose={onLater}
      actions={
        <>
          <Button kind="main" onClick={() => void onResolve(true)}>{text(both.length > 0 ? 'keepOurs' : 'saveBoth')}</Button>
          <Button onClick={() => void onResolve(false)}>{text('takeTheirs')}</Button>
        </>
      }
    >
      <p>{text('conflictBy', { name: newer?.savedBy?.name ?? text('somebody'), at: newer ? dateTime(newer.savedAt) : '' })}</p>
      <p>{text('conflictTheirs', { files: theirs.join(', ') || text('noFiles') })}</p>
      <p>{both.length > 0 ? text('conflictBoth', { files: both.join(', ') }) : text('conflictApart')}</p>
    </Dialog>
  );
};
