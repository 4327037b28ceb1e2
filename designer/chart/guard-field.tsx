import { useLanguage } from '../../ui/use-text.ts';
import { ConditionEditor } from '../conditions/condition-editor.tsx';
import type { Named } from '../conditions/named.ts';
import { feelNames } from '../letters/named-from.ts';
import { useText } from '../words.ts';

/** When a way is open, over what is known by then; without a condition it always is. */
export const GuardField = ({ named, likely, value, onChange }: { named: readonly Named[]; likely: string | undefined; value: string | undefined; onChange: (guard: string | undefined) => void }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <fieldset className="panel-group">
      <legend>{text('leadCondition')}</legend>
      <ConditionEditor
        id="lead-guard" value={value} named={named} names={feelNames(named, language)} open nameLabel={text('theFact')} likely={likely} onChange={onChange}
        always={{ so: text('leadAlways'), begin: text('leadOnlyWhen'), drop: text('leadDropWhen') }}
      />
    </fieldset>
  );
};
