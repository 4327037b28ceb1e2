import { Redo2, Undo2 } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { fileTitle } from './file-title.ts';
import type { Taken, useUndo } from './use-undo.ts';

/** The way back and forth through the whole draft. */
export const UndoButtons = ({ canUndo, canRedo, go }: ReturnType<typeof useUndo>) => {
  const text = useText();
  return (
    <>
      <Button title={text('undo')} aria-disabled={!canUndo} onClick={() => void go('undone')}><Icon of={Undo2} /><span className="tool-word">{text('undo')}</span></Button>
      <Button title={text('redo')} aria-disabled={!canRedo} onClick={() => void go('redone')}><Icon of={Redo2} /><span className="tool-word">{text('redo')}</span></Button>
    </>
  );
};

/** In which files something was taken back or done again: they need not be those that are open, and are a way to go. */
export const TakenBack = ({ last, onFile }: { last: Taken | undefined; onFile: (path: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <span className="muted">
      {last && (
        <>
          {text(last.way === 'undone' ? 'undoneIn' : 'redoneIn')}{' '}
          {[...last.entry].map(([path, { before, after }], index) => (
            <span key={path}>
              {index > 0 && ', '}
              <button type="button" className="link" onClick={() => onFile(path)}>{fileTitle(path, after || before, text, language)}</button>
            </span>
          ))}
        </>
      )}
    </span>
  );
};
