import { Trash2 } from 'lucide-react';
import type { LetterName } from '../../procedures/letters/names.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FeelField, type FeelName } from '../conditions/feel/feel-field.tsx';
import { useText } from '../words.ts';
import { variables } from '../../engine/expression/feel.ts';
import { AskMore } from './ask-more.tsx';
import { unwritten } from './formula.ts';
import type { ExpressionView } from './table-file.ts';

interface FormulaFieldProps {
  formula: ExpressionView;
  /** Of what it may speak, and whether there may be more that is not known here. */
  names: readonly FeelName[];
  open: boolean;
  /** What its file does not ask yet. */
  offers: readonly LetterName[];
  onWrite: (text: string) => void;
  onAsk: (name: LetterName) => void;
  /** By its place among those that it needs. */
  onDrop: (index: number) => void;
}

/** A decision that a formula answers: written with suggestions of what it may speak of; more is asked for it, and what it does not speak of no more. */
export const FormulaField = ({ formula: { id, text: feel, needs }, names, open, offers, onWrite, onAsk, onDrop }: FormulaFieldProps) => {
  const text = useText();
  const spoken = new Set(variables(feel).map((path) => path.split('.')[0]));
  const label = (of: string) => names.find(({ name }) => name === of)?.label ?? of;
  const idle = needs.flatMap((name, index) => (spoken.has(name) ? [] : [{ name, index }]));
  return (
    <div className="formula">
      <FeelField id={`expression-${id}`} label={text('theFormula')} value={feel === unwritten ? '' : feel} names={names} open={open} late onChange={onWrite} />
      {idle.length > 0 && (
        <>
          <p className="muted">{text('formulaIdle')}</p>
          <ul className="new-table-asked">
            {idle.map(({ name, index }) => <li key={name}>{label(name)} <Button small kind="quiet" aria-label={text('tableAskNot', { name: label(name) })} onClick={() => onDrop(index)}><Icon of={Trash2} /></Button></li>)}
          </ul>
        </>
      )}
      <AskMore id={`ask-more-${id}`} label={text('formulaAsk')} act={text('tableAsk')} offers={offers} onAsk={onAsk} />
    </div>
  );
};
