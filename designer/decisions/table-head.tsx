import { Link2, Pencil, Trash2 } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { BothLanguages } from '../../ui/language.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { BothNamesFields, isNamed, tidied, type BothNames } from './both-names.tsx';

interface TableHeadProps {
  id: string;
  title: string;
  titles: BothLanguages;
  /** Where it is used, each a way to go where there is one. */
  users: readonly ReactNode[];
  /** Steps that could use it and do not. */
  steps: readonly { readonly value: string; readonly label: string }[];
  onUse: (step: string) => void;
  onRename: (titles: BothNames) => void;
  onDelete: () => void;
}

/** What a table is called, who uses it, and what is done with it as a whole. */
export const TableHead = ({ id, title, titles, users, steps, onUse, onRename, onDelete }: TableHeadProps) => {
  const text = useText();
  const [asking, setAsking] = useState<'rename' | 'used'>();
  const [step, setStep] = useState('');
  const chosen = steps.some(({ value }) => value === step) ? step : (steps[0]?.value ?? '');
  const connect = (
    <div className="table-use">
      <Select id={`use-${id}`} label={text('useInStep')} value={chosen} options={steps} onChange={setStep} />
      <Button small onClick={() => onUse(chosen)}><Icon of={Link2} />{text('useInStepDo')}</Button>
    </div>
  );
  return (
    <>
      <div className="table-head">
        <h2 id={`decision-${id}`}>{title} <code className="muted">{id}</code></h2>
        <Button small kind="quiet" aria-label={`${text('tableRename')}: ${title}`} onClick={() => setAsking('rename')}><Icon of={Pencil} />{text('tableRename')}</Button>
        <Button small kind="quiet" aria-label={`${text('tableDelete')}: ${title}`} onClick={() => (users.length > 0 ? setAsking('used') : onDelete())}><Icon of={Trash2} />{text('tableDelete')}</Button>
      </div>
      <p>{users.length === 0 ? text('usedNowhere') : <>{text('usedIn')} {users.map((user, index) => <span key={index}>{index > 0 && ', '}{user}</span>)}</>}</p>
      {steps.length > 0 && (users.length === 0 ? connect : <details className="table-use-more"><summary>{text('useAlso')}</summary>{connect}</details>)}
      {steps.length === 0 && users.length === 0 && <p className="muted">{text('useNoStep')}</p>}
      {asking === 'rename' && <Rename titles={{ vi: titles.vi, en: titles.en ?? '' }} onRename={onRename} onClose={() => setAsking(undefined)} />}
      <Dialog open={asking === 'used'} title={text('tableUsed', { name: title })} onClose={() => setAsking(undefined)} actions={<Button kind="main" onClick={() => setAsking(undefined)}>{text('tableKeep')}</Button>}>
        <p>{text('tableUsedHint')}</p>
        <ul>{users.map((user, index) => <li key={index}>{user}</li>)}</ul>
      </Dialog>
    </>
  );
};

const Rename = ({ titles, onRename, onClose }: { titles: BothNames; onRename: (titles: BothNames) => void; onClose: () => void }) => {
  const text = useText();
  const [value, setValue] = useState(titles);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNamed(value)) return;
    onRename(tidied(value));
    onClose();
  };
  return (
    <Dialog open title={text('tableRename')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <BothNamesFields id="table-title" legend={text('tableName')} value={value} tried={tried} onChange={setValue} />
        <Button type="submit" kind="main">{text('tableRenameDo')}</Button>
      </form>
    </Dialog>
  );
};
