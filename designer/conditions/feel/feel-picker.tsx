import { useText } from '../../words.ts';
import { offered, signature, type Completion } from './completions.ts';
import type { FeelName } from './feel-field.tsx';

interface FeelPickerProps {
  id: string;
  names: readonly FeelName[];
  onPick: (item: Completion) => void;
}

/** All questions with the kind of their answer, and the functions with a line of help, to be put in where the caret stands. */
export const FeelPicker = ({ id, names, onPick }: FeelPickerProps) => {
  const text = useText();
  return (
    <div className="both">
      <div className="field">
        <label htmlFor={`${id}-name`}>{text('feelInsertName')}</label>
        <select id={`${id}-name`} className="control" value="" onChange={({ target }) => target.value && onPick({ kind: 'name', name: target.value, insert: target.value })}>
          <option value="">{text('feelChoose')}</option>
          {names.map(({ name, kind, label }) => <option key={name} value={name}>{`${label} (${text(`answer_${kind}`)})`}</option>)}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-function`}>{text('feelInsertFunction')}</label>
        <select id={`${id}-function`} className="control" value="" onChange={({ target }) => target.value && onPick({ kind: 'function', name: target.value, insert: `${target.value}(` })}>
          <option value="">{text('feelChoose')}</option>
          {offered.map((name) => <option key={name} value={name}>{`${signature(name)}: ${text(`feel_${name.replaceAll(' ', '_')}` as 'feel_sum')}`}</option>)}
        </select>
      </div>
    </div>
  );
};
