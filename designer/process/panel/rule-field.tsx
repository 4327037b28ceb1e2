import { useState } from 'react';
import { useText } from '../../words.ts';
import { byFormula } from '../assignment.ts';
import { Committed } from './committed.tsx';
import { feelFault } from './feel-fault.ts';
import { Select } from './select.tsx';

interface RuleFieldProps {
  id: string;
  label: string;
  hint: string;
  /** What the formula gives, in words. */
  formula: string;
  value: string;
  /** Which of the options the value is; `byFormula` when it is none. */
  chosen: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChoose: (choice: string) => void;
  onFormula: (feel: string) => void;
}

/** One of a list of rules, or FEEL that says it. A formula that is begun says nothing until it is written. */
export const RuleField = ({ id, label, hint, formula, value, chosen, options, onChoose, onFormula }: RuleFieldProps) => {
  const text = useText();
  const [opening, setOpening] = useState(false);
  const isFormula = opening || chosen === byFormula;
  return (
    <>
      <Select
        id={id} label={label} hint={hint} value={isFormula ? byFormula : chosen} options={[...options, { value: byFormula, label: text('byFormula') }]}
        onChange={(next) => {
          setOpening(next === byFormula);
          if (next !== byFormula) onChoose(next);
        }}
      />
      {isFormula && <Committed id={`${id}-formula`} label={formula} value={chosen === byFormula ? value : ''} code fault={feelFault(text)} onCommit={onFormula} />}
    </>
  );
};
