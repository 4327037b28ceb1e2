import { Plus, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { hitPolicies } from '../../engine/decision/table.ts';
import type { LetterName } from '../../procedures/letters/names.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { AskMore } from './ask-more.tsx';
import { BothNamesFields, isNamed, tidied, type BothNames } from './both-names.tsx';
import type { NewFormula, NewTable } from './change-tables.ts';
import { columnTypeOf, plainText, type Kind } from './column-kind.ts';
import { askedOf } from './handed.ts';
import { KindFields } from './kind-fields.tsx';
import type { AskedInput } from './table-columns.ts';
import type { Senses } from './use-senses.ts';

interface NewDecisionProps {
  of: 'table' | 'formula';
  senses: Senses;
  /** The file that is open, by its name, and what it asks for; a new decision may stand there too. */
  open: { readonly name: string; readonly declared: readonly string[] } | undefined;
  /** `handed`: what each question is filled from. `step`: which step is to ask it, if one is chosen. */
  onBegin: (made: NewTable | NewFormula, where: 'own' | 'open', handed: ReadonlyMap<string, string>, step: string | undefined) => void;
  /** Steps that may ask it. */
  steps: readonly { readonly value: string; readonly label: string }[];
}

const blank: BothNames = { vi: '', en: '' };
const noLabels: ReadonlyMap<string, string> = new Map();

const wordsOf = {
  table: { add: 'tableAdd', name: 'tableName', asks: 'tableAsks', use: 'useInStep', begin: 'tableBegin' },
  formula: { add: 'formulaAdd', name: 'formulaName', asks: 'formulaAsks', use: 'formulaInStep', begin: 'formulaBegin' },
} as const;

/** Begins a table: what it is called, what it asks, what it answers, and what holds when several rules do; or a formula, which is written afterwards. */
export const NewDecision = ({ of, senses, open, onBegin, steps }: NewDecisionProps) => {
  const say = wordsOf[of];
  const id = `new-${of}`;
  const text = useText();
  const language = useLanguage();
  const [titles, setTitles] = useState(blank);
  const [where, setWhere] = useState<'own' | 'open'>('own');
  const [asked, setAsked] = useState<readonly LetterName[]>([]);
  const [answer, setAnswer] = useState(blank);
  const [kind, setKind] = useState<Kind>(plainText);
  const [policy, setPolicy] = useState('UNIQUE');
  const [step, setStep] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const type = columnTypeOf(kind, noLabels);
    if (!isNamed(titles) || (of === 'table' && (!isNamed(answer) || !type))) return;
    const declared = where === 'open' ? (open?.declared ?? []) : [];
    const asks: AskedInput[] = [];
    for (const name of asked) asks.push(askedOf(name, asks.map((one) => one.name), declared, senses.handed));
    const handed = new Map(asks.map(({ name }, index) => [name, asked[index]?.feel ?? 'null']));
    const formula = { titles: tidied(titles), asks };
    onBegin(of === 'table' && type ? { ...formula, answers: [{ label: tidied(answer), ...type }], policy } : formula, where, handed, step || undefined);
  };
  return (
    <details className="panel-more">
      <summary>{text(say.add)}</summary>
      <form className={id} onSubmit={submit} noValidate>
        <BothNamesFields id={`${id}-name`} legend={text(say.name)} value={titles} tried={tried} onChange={setTitles} />
        {open && <Select id={`${id}-where`} label={text('tableWhere')} value={where} options={[{ value: 'own', label: text('tableOwnFile') }, { value: 'open', label: text('tableInFile', { name: open.name }) }]} onChange={(next) => setWhere(next as 'own')} />}
        <fieldset className="panel-group">
          <legend>{text(say.asks)}</legend>
          <p className="muted">{text('tableAsksHint')}</p>
          {asked.length > 0 && (
            <ul className="new-table-asked">
              {asked.map((name) => <li key={name.feel}>{pick(name.label, language)} <span className="muted">· {pick(name.group, language)}</span> <Button small kind="quiet" aria-label={text('tableAskNot', { name: pick(name.label, language) })} onClick={() => setAsked(asked.filter((one) => one !== name))}><Icon of={Trash2} /></Button></li>)}
            </ul>
          )}
          <AskMore id={`${id}-ask`} label={text('tableQuestion')} act={text('tableAsk')} offers={senses.offers.filter(({ feel }) => !asked.some((one) => one.feel === feel))} onAsk={(name) => setAsked([...asked, name])} />
        </fieldset>
        {of === 'table' && (
          <>
            <fieldset className="panel-group">
              <legend>{text('tableAnswers')}</legend>
              <BothNamesFields id="new-table-answer" legend={text('columnName')} value={answer} tried={tried} onChange={setAnswer} />
              <KindFields id="new-table-answer" value={kind} tried={tried} onChange={setKind} />
            </fieldset>
            <Select id="new-table-policy" label={text('hitPolicy')} value={policy} options={hitPolicies.map((value) => ({ value, label: text(`policy_${value.replace(' ', '_')}` as 'policy_UNIQUE') }))} onChange={setPolicy} />
          </>
        )}
        {steps.length > 0 && <Select id={`${id}-step`} label={text(say.use)} value={step} options={[{ value: '', label: text('useLater') }, ...steps]} onChange={setStep} />}
        <Button type="submit"><Icon of={Plus} />{text(say.begin)}</Button>
      </form>
    </details>
  );
};
