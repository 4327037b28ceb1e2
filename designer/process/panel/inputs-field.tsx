import { Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../../words.ts';
import type { NamedExpression } from '../step.ts';
import { Committed } from './committed.tsx';
import { feelFault } from './feel-fault.ts';

interface InputsFieldProps {
  id?: string;
  legend?: string;
  /** In which words: what is given, what is kept, by what a message is known. */
  words?: 'Input' | 'Output' | 'Key';
  inputs: readonly NamedExpression[];
  onChange: (inputs: readonly NamedExpression[]) => void;
}

/** Named expressions, such as what a connector or a decision is given. */
export const InputsField = ({ id = 'input', legend, words = 'Input', inputs, onChange }: InputsFieldProps) => {
  const text = useText();
  const put = (index: number, change: Partial<NamedExpression>) => onChange(inputs.map((input, at) => (at === index ? { ...input, ...change } : input)));
  return (
    <fieldset className="panel-group">
      <legend>{legend ?? text('inputs')}</legend>
      {inputs.map((input, index) => (
        <div key={index} className="panel-item">
          <Committed id={`${id}-${index}-name`} label={text(`named${words}`)} value={input.name} code onCommit={(name) => put(index, { name })} />
          <Committed id={`${id}-${index}-text`} label={text(`named${words}Text`, { name: input.name })} value={input.text} long code fault={feelFault(text)} onCommit={(value) => put(index, { text: value })} />
          <Button kind="quiet" small onClick={() => onChange(inputs.filter((_, at) => at !== index))}><Icon of={Trash2} />{text(`remove${words}`, { name: input.name })}</Button>
        </div>
      ))}
      <Button small onClick={() => onChange([...inputs, { name: freshName(inputs, words.toLowerCase()), text: 'null' }])}><Icon of={Plus} />{text(`add${words}`)}</Button>
    </fieldset>
  );
};

const freshName = (inputs: readonly NamedExpression[], word: string): string => {
  let number = inputs.length + 1;
  while (inputs.some(({ name }) => name === `${word}${number}`)) number += 1;
  return `${word}${number}`;
};
