import { ChevronRight } from 'lucide-react';
import { useId, type RefObject } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';
import type { OneDrawing } from './drawings.ts';
import './drawing-choice.css';

interface DrawingChoiceProps {
  drawings: readonly OneDrawing[];
  /** The root of the drawing that is open. */
  shown: string | undefined;
  onShow: (root: string) => void;
  /** Where the focus goes when what it was on goes away with the former drawing. */
  choice: RefObject<HTMLSelectElement | null>;
  /** What is to be read beside a drawing. */
  about?: (one: OneDrawing) => string;
}

const between = ' › ';

/** Of a file with several drawings, which is shown; within a sub-process the way back out of it. */
export const DrawingChoice = ({ drawings, shown, onShow, choice, about }: DrawingChoiceProps) => {
  const text = useText();
  const id = useId();
  const open = drawings.find(({ root }) => root.id === shown);
  if (!open || drawings.length < 2) return null;
  const back = (root: string) => {
    onShow(root);
    choice.current?.focus();
  };
  return (
    <div className="drawing-choice">
      <label htmlFor={id}>{text('whichDrawing')}</label>
      <select id={id} ref={choice} className="control" value={shown} onChange={({ currentTarget }) => onShow(currentTarget.value)}>
        {drawings.map((one) => <option key={one.root.id} value={one.root.id}>{[...one.path, one].map(({ name }) => name).join(between)}{about?.(one)}</option>)}
      </select>
      {open.path.length > 0 && (
        <nav aria-label={text('drawingPath')}>
          <ol>
            {open.path.map(({ root, name }) => <li key={root.id}><button type="button" className="link" onClick={() => back(root.id)}>{name}</button><Icon of={ChevronRight} /></li>)}
            <li aria-current="page">{open.name}</li>
          </ol>
        </nav>
      )}
    </div>
  );
};
