import { ArrowLeft, ArrowRight, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';
import { BothNamesFields, isNamed, tidied, type BothNames } from './both-names.tsx';
import { columnTypeOf, type Kind } from './column-kind.ts';
import { KindFields } from './kind-fields.tsx';
import type { ColumnType } from './table-columns.ts';

interface ColumnDialogProps {
  title: string;
  name: BothNames;
  /** It is called by its place in every procedure as long as the file gives it no name. */
  mayStayUnnamed?: boolean;
  /** Nothing for a column of notes, whose cells are free. */
  kind: Kind | undefined;
  /** What people call the choices of the column, by their codes. */
  labels: ReadonlyMap<string, string>;
  /** What can be done with a column that is there. */
  acts?: {
    /** To the left and to the right; nothing where there is no place. */
    readonly move: (by: -1 | 1) => (() => void) | undefined;
    /** Nothing for the last column that answers. */
    readonly drop: (() => void) | undefined;
  };
  onSave: (name: BothNames | undefined, kind: ColumnType | undefined) => void;
  onClose: () => void;
}

/** One column of a table: what it is called, what stands in it, and where; or a new one. */
export const ColumnDialog = ({ title, name: given, mayStayUnnamed = false, kind: of, labels, acts, onSave, onClose }: ColumnDialogProps) => {
  const text = useText();
  const [name, setName] = useState(given);
  const [kind, setKind] = useState(of);
  const [tried, setTried] = useState(false);
  const isUnnamed = mayStayUnnamed && name.vi.trim() === '' && name.en.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const type = kind && columnTypeOf(kind, labels);
    if ((!isNamed(name) && !isUnnamed) || (kind && !type)) return;
    onSave(isUnnamed ? undefined : tidied(name), type);
    onClose();
  };
  const act = (run: (() => void) | undefined) => () => {
    if (!run) return;
    run();
    onClose();
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <BothNamesFields id="column-name" legend={text('columnName')} value={name} tried={tried && !isUnnamed} onChange={setName} />
        {kind && <KindFields id="column" value={kind} tried={tried} onChange={setKind} />}
        <Button type="submit" kind="main">{text('columnSave')}</Button>
      </form>
      {acts && (
        <div className="row column-acts">
          <Button small aria-disabled={!acts.move(-1)} onClick={act(acts.move(-1))}><Icon of={ArrowLeft} />{text('columnLeft')}</Button>
          <Button small aria-disabled={!acts.move(1)} onClick={act(acts.move(1))}><Icon of={ArrowRight} />{text('columnRight')}</Button>
          <Button small kind="danger" aria-disabled={!acts.drop} onClick={act(acts.drop)}><Icon of={Trash2} />{text('columnDrop')}</Button>
          {!acts.drop && <p className="muted small">{text('columnLast')}</p>}
        </div>
      )}
    </Dialog>
  );
};
