import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { ConditionRow } from './condition-row.tsx';
import './conditions.css';
import { FeelField, type FeelName } from './feel/feel-field.tsx';
import { freshSentence } from './fresh.ts';
import type { Named } from './named.ts';
import { readSentence } from './read-sentence.ts';
import type { Sentence } from './sentence.ts';
import { writeSentence } from './write-sentence.ts';

interface ConditionEditorProps {
  id: string;
  /** FEEL; nothing where there is no condition. */
  value: string | undefined;
  named: readonly Named[];
  /** What FEEL may name; when it is `open`, there may be more. */
  names: readonly FeelName[];
  open?: boolean;
  nameLabel: string;
  /** What a condition is most likely about, where that is known. */
  likely?: string | undefined;
  /** Where it may be without a condition: what is so then, and how to come there and back. */
  always?: { readonly so: string; readonly begin: string; readonly drop: string };
  onChange: (feel: string | undefined) => void;
}

/** A condition being edited: as a sentence out of pick lists, or in FEEL where it is more than one. */
export const ConditionEditor = ({ id, value, named, names, open = false, nameLabel, likely, always, onChange }: ConditionEditorProps) => {
  const text = useText();
  const [inFeel, setInFeel] = useState(false);
  const begin = freshSentence(likely === undefined ? named : named.filter(({ name }) => name === likely));
  const write = (next: Sentence) => onChange(next.conditions.length === 0 ? undefined : writeSentence(next, named));
  if (value === undefined) {
    return (
      <>
        {always && <p className="muted small">{always.so}</p>}
        <Button small kind="quiet" onClick={() => (begin ? write(begin) : onChange('true'))}><Icon of={Plus} />{always?.begin ?? text('addCondition')}</Button>
      </>
    );
  }
  const sentence = readSentence(value, named);
  return (
    <div className="conditions">
      {sentence && !inFeel ? (
        <>
          {sentence.conditions.length > 1 && <Select id={`${id}-join`} label={text('ruleJoin')} value={sentence.join} options={[{ value: 'all', label: text('joinAll') }, { value: 'any', label: text('joinAny') }]} onChange={(join) => write({ ...sentence, join: join as Sentence['join'] })} />}
          {sentence.conditions.map((condition, index) => (
            <ConditionRow
              // oxlint-disable-next-line react/no-array-index-key -- conditions have no names of their own
              key={index} id={`${id}-${index}`} named={named} nameLabel={nameLabel} condition={condition}
              onChange={(next) => write({ ...sentence, conditions: sentence.conditions.with(index, next) })}
              onRemove={sentence.conditions.length > 1 || always ? () => write({ ...sentence, conditions: sentence.conditions.toSpliced(index, 1) }) : undefined}
            />
          ))}
          {begin && <Button small onClick={() => write({ ...sentence, conditions: [...sentence.conditions, ...begin.conditions] })}><Icon of={Plus} />{text('addCondition')}</Button>}
        </>
      ) : (
        <>
          {!sentence && <Notice kind="info" title={text('writtenInFeel')}><p>{text('writtenInFeelHint')}</p></Notice>}
          <FeelField id={`${id}-feel`} label={text('conditionInFeel')} value={value} names={names} open={open} onChange={onChange} />
        </>
      )}
      <div className="row">
        {sentence && <Button small onClick={() => setInFeel(!inFeel)}>{text(inFeel ? 'asSentence' : 'asFeel')}</Button>}
        {!sentence && begin && <Button small onClick={() => write(begin)}>{text('beginSentence')}</Button>}
        {always && (!sentence || inFeel) && <Button small kind="quiet" onClick={() => onChange(undefined)}><Icon of={Trash2} />{always.drop}</Button>}
      </div>
    </div>
  );
};
