import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { useEditing } from '../editing.ts';
import { namedFor, type RuleKind } from './questions.ts';
import { addRule } from './entries.ts';
import { freshSentence } from '../../conditions/fresh.ts';
import { QuestionSelect } from './question-select.tsx';
import { writeSentence } from '../../conditions/write-sentence.ts';

const kinds = ['show', 'require', 'compute', 'warn', 'refuse'] as const satisfies readonly RuleKind[];

/** A new rule: what it does, and about which question; its conditions follow in the list. */
export const AddRule = ({ onAdded }: { onAdded: (key: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const { form, expanded, change } = useEditing();
  const [kind, setKind] = useState<RuleKind>('show');
  const [target, setTarget] = useState('');
  const questions = [...expanded.fields.values()].filter((field) => field.kind !== 'group' && (field.parent === undefined || expanded.fields.get(field.parent)?.kind !== 'composite')).map(({ id, ui }) => ({ value: id, id, label: pick(ui.label, language) }));
  const isComputed = form.rules.some((rule) => 'compute' in rule && rule.compute === target);
  const add = () => {
    if (target === '') return;
    const named = namedFor(expanded, target, kind);
    const page = form.ui.pages.find(({ fields }) => fields.includes(target))?.fields ?? [];
    const begin = freshSentence(named, page.slice(0, page.indexOf(target)));
    const added = addRule(form, kind, target, kind === 'compute' ? '0' : begin ? writeSentence(begin, named) : 'true');
    change(added.form, undefined, text('ruleAdded'));
    onAdded(added.key);
  };
  return (
    <fieldset className="panel-group">
      <legend>{text('newRule')}</legend>
      <div className="both">
        <Select id="rule-kind" label={text('ruleKind')} value={kind} options={kinds.map((value) => ({ value, label: text(`kindOf_${value}`) }))} onChange={(next) => setKind(next as RuleKind)} />
        <QuestionSelect id="rule-target" label={text('ruleTarget')} form={form} value={target} questions={questions} pages={kind === 'show'} onChange={setTarget} />
      </div>
      {kind === 'compute' && isComputed && <p>{text('alreadyComputed')}</p>}
      <Button small aria-disabled={target === '' || (kind === 'compute' && isComputed)} onClick={() => !(kind === 'compute' && isComputed) && add()}><Icon of={Plus} />{text('newRule')}</Button>
    </fieldset>
  );
};
