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
  of: 'table' | 'formula';
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

const wordsOf = {
  table: { name: 'tableName', rename: 'tableRename', delete: 'tableDelete', nowhere: 'usedNowhere', use: 'useInStep', noStep: 'useNoStep', used: 'tableUsed', usedHint: 'tableUsedHint' },
  formula: { name: 'formulaName', rename: 'formulaRename', delete: 'formulaDelete', nowhere: 'formulaUsedNowhere', use: 'formulaInStep', noStep: 'formulaNoStep', used: 'formulaUsed', usedHint: 'formulaUsedHint' },
} as const;

/** What a table or formula is called, who uses it, and what is done with it as a whole. */
export const TableHead = ({ of, id, title, titles, users, steps, onUse, onRename, onDelete }: TableHeadProps) => {
  const text = useText();
  const [asking, setAsking] = useState<'rename' | 'used'>();
  const say = wordsOf[of];
  const [step, setStep] = useState('');
  const chosen = steps.some(({ value }) => value === step) ? step : (steps[0]?.value ?? '');
  const connect = (
    <div className="table-use">
      <Select id={`use-${id}`} label={text(say.use)} value={chosen} options={steps} onChange={setStep} />
      <Button small onClick={() => onUse(chosen)}><Icon of={Link2} />{text('useInStepDo')}</Button>
    </div>
  );
  return (
    <>
      <div className="table-head">
        <h2 id={`decision-${id}`}>{title} <code className="muted">{id}</code></h2>
        <Button small kind="quiet" aria-label={`${text(say.rename)}: ${title}`} onClick={() => setAsking('rename')}><Icon of={Pencil} />{text(say.rename)}</Button>
        <Button small kind="quiet" aria-label={`${text(say.delete)}: ${title}`} onClick={() => (users.length > 0 ? setAsking('used') : onDelete())}><Icon of={Trash2} />{text(say.delete)}</Button>
      </div>
      <p>{users.length === 0 ? text(say.nowhere) : <>{text('usedIn')} {users.map((user, index) => <span key={index}>{index > 0 && ', '}{user}</span>)}</>}</p>
      {steps.length > 0 && (users.length === 0 ? connect : <details className="table-use-more"><summary>{text('useAlso')}</summary>{connect}</details>)}
      {steps.length === 0 && users.length === 0 && <p className="muted">{text(say.noStep)}</p>}
      {asking === 'rename' && <Rename say={say} titles={{ vi: titles.vi, en: titles.en ?? '' }} onRename={onRename} onClose={() => setAsking(undefined)} />}
      <Dialog open={asking === 'used'} title={text(say.used, { name: title })} onClose={() => setAsking(undefined)} actions={<Button kind="main" onClick={() => setAsking(undefined)}>{text('tableKeep')}</Button>}>
        <p>{text(say.usedHint)}</p>
        <ul>{users.map((user, index) => <li key={index}>{user}</li>)}</ul>
      </Dialog>
    </>
  );
};

const Rename = ({ say, titles, onRename, onClose }: { say: (typeof wordsOf)['table' | 'formula']; titles: BothNames; onRename: (titles: BothNames) => void; onClose: () => void }) => {
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
    <Dialog open title={text(say.rename)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <BothNamesFields id="table-title" legend={text(say.name)} value={value} tried={tried} onChange={setValue} />
        <Button type="submit" kind="main">{text('tableRenameDo')}</Button>
      </form>
    </Dialog>
  );
};
