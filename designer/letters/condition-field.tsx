import { useMemo } from 'react';
import { ConditionEditor } from '../conditions/condition-editor.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import type { Lexicon } from './lexicon.ts';
import { feelNames, namedFrom } from './named-from.ts';

interface ConditionFieldProps {
  id: string;
  lexicon: Lexicon;
  value: string | undefined;
  onChange: (when: string | undefined) => void;
}

/** "Only when …": when a block of a letter stands. */
export const ConditionField = ({ id, lexicon, value, onChange }: ConditionFieldProps) => {
  const text = useText();
  const language = useLanguage();
  const named = useMemo(() => namedFrom(lexicon.names), [lexicon.names]);
  return (
    <fieldset className="panel-group">
      <legend>{text('letterWhen')}</legend>
      <ConditionEditor
        id={id} value={value} named={named} names={feelNames(named, language)} open nameLabel={text('theFact')} onChange={onChange}
        always={{ so: text('letterAlways'), begin: text('letterOnlyWhen'), drop: text('letterDropWhen') }}
      />
    </fieldset>
  );
};
