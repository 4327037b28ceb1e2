import { Trash2 } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { pick } from '../../../ui/language.ts';
import { Committed } from '../../process/panel/committed.tsx';
import { useText } from '../../words.ts';
import { BothTexts } from '../both-texts.tsx';
import { ConditionEditor } from '../../conditions/condition-editor.tsx';
import { FeelField } from '../../conditions/feel/feel-field.tsx';
import { useEditing } from '../editing.ts';
import { feelNamesFor } from './questions.ts';
import { removeRule, setRule, setRuleText, type Entry } from './entries.ts';
import type { RulePhrasing } from './phrases.ts';

/** A rule being edited: as a sentence out of pick lists, or in FEEL where it is more than one. */
export const RuleEditor = ({ entry, phrasing }: { entry: Entry; phrasing: RulePhrasing }) => {
  const text = useText();
  const { form, expanded, change } = useEditing();
  const { named, language } = phrasing;
  const { key, place, rule } = entry;
  const id = key.replace(' ', '-');
  const put = (feel: string) => change(setRuleText(form, place, feel), `feel ${key}`);
  const names = feelNamesFor(expanded, entry.target, entry.kind).map(({ name, kind, field }) => ({ name, kind, label: field.id.includes('[]') && !name.startsWith('row.') ? text('everyRow', { name: pick(field.ui.label, language) }) : pick(field.ui.label, language) }));
  return (
    <div className="rule-editor">
      {entry.kind === 'compute'
        ? <FeelField id={`${id}-feel`} label={text('theFormula')} value={entry.text} names={names} onChange={put} />
        : <ConditionEditor id={id} value={entry.text} named={named} names={names} nameLabel={text('theQuestion')} onChange={(feel) => feel !== undefined && put(feel)} />}
      {rule && 'compute' in rule && 'rule' in place && (
        <Committed
          id={`${id}-decimals`} label={text('decimals')} hint={text('decimalsHint')} optional value={rule.decimals === undefined ? '' : String(rule.decimals)} fault={(typed) => (/^[0-6]?$/.test(typed.trim()) ? undefined : text('decimalsFault'))}
          onCommit={(typed) => { const { decimals: _, ...rest } = rule; if (/^[0-6]?$/.test(typed.trim())) change(setRule(form, place.rule, typed.trim() === '' ? rest : { ...rest, decimals: Number(typed) })); }}
        />
      )}
      {rule && 'message' in rule && 'rule' in place && <BothTexts id={`${id}-message`} legend={text('ruleMessage')} value={rule.message} onChange={(message) => change(setRule(form, place.rule, { ...rule, message }), `message ${key}`)} />}
      <div className="row">
        <Button small kind="quiet" onClick={() => change(removeRule(form, place), undefined, text('ruleRemoved'))}><Icon of={Trash2} />{text('dropRule')}</Button>
      </div>
    </div>
  );
};
