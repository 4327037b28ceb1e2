import { useState, type KeyboardEvent } from 'react';
import { nextCell } from './cell-keys.ts';

interface CellProps {
  label: string;
  value: string;
  code: boolean;
  /** The cell in words, where it can be said. */
  reads: (typed: string) => string | undefined;
  /** What does not fit its neighbours. */
  note: string | undefined;
  fault: (typed: string) => string | undefined;
  onCommit: (value: string) => void;
}

/** One cell, typed in words or as FEEL; it becomes a change on leaving it. Arrows go from cell to cell until one begins to type. */
export const Cell = ({ label, value, code, reads, note, fault, onCommit }: CellProps) => {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  const [editing, setEditing] = useState(false);
  const [isTouched, setTouched] = useState(false);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  const wrong = fault(typed);
  const read = reads(typed);
  const commit = () => {
    setEditing(false);
    // the same words may mean more than when they were typed first: a column was added that they name
    if (isTouched) onCommit(typed);
    setTouched(false);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, currentTarget: cell, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (key === 'Escape') {
      setTyped(value);
      setTouched(false);
      setEditing(false);
    }
    if (shiftKey || altKey || ctrlKey || metaKey) return;
    const next = editing ? undefined : nextCell(cell, key);
    if (next === undefined && key !== 'Enter' && key !== 'F2') return;
    event.preventDefault();
    if (next) {
      next.focus();
      next.select();
    } else if (editing) commit();
    else {
      setEditing(true);
      cell.setSelectionRange(typed.length, typed.length);
    }
  };
  return (
    <>
      <textarea
        className="control decision-cell" rows={1} aria-label={label} aria-invalid={wrong === undefined ? undefined : true} title={wrong} spellCheck={!code} data-code={code || undefined} value={typed}
        data-editing={editing || undefined} onBlur={commit} onPointerDown={() => setEditing(true)} onKeyDown={keys}
        onChange={(event) => {
          setTyped(event.target.value);
          setTouched(true);
          setEditing(true);
        }}
      />
      {read !== undefined && read !== typed && <span className="decision-reads">{read}</span>}
      {note !== undefined && <span className="decision-reads decision-note">{note}</span>}
    </>
  );
};
