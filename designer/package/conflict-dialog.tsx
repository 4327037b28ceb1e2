import type { DraftPackage } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { changedTexts, type Bench } from './bench.ts';
import { doneMeanwhile } from './draft-problem.tsx';
import { fileTitle } from './file-title.ts';
import { hashesOf, meanwhile } from './merge.ts';

/** Somebody saved first: says what, what it touches, and lets the person choose. Nothing is lost before they do. */
export const ConflictDialog = ({ bench, newer, onResolve, onLater }: { bench: Bench; newer: DraftPackage | undefined; onResolve: (keepOurs: boolean) => Promise<void>; onLater: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const { theirs, both } = newer ? meanwhile(bench.hashes, hashesOf(newer), changedTexts(bench).map(({ path }) => path)) : { theirs: [], both: [] };
  const titles = (paths: readonly string[]) => paths.map((path) => fileTitle(path, bench.edits.get(path)?.now ?? '', text, language)).join(', ');
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
      <p>{newer && doneMeanwhile(newer, text)} {text('conflictKept')}</p>
      <p>{text('conflictTheirs', { files: titles(theirs) || text('noFiles') })}</p>
      <p>{both.length > 0 ? text('conflictBoth', { files: titles(both) }) : text('conflictApart')}</p>
    </Dialog>
  );
};
