import type { FieldId } from '../../../forms/form.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { useEditing } from '../editing.ts';
import { namedFor } from '../rules/questions.ts';
import { entriesAbout } from '../rules/entries.ts';
import { ruleWords } from '../rules/phrases.ts';
import { readSentence } from '../../conditions/read-sentence.ts';

/** The rules about a question or a page, each a way to where it is changed. */
export const RulesAbout = ({ target }: { target: FieldId }) => {
  const text = useText();
  const language = useLanguage();
  const { expanded, openRule } = useEditing();
  const entries = entriesAbout(expanded, target);
  if (entries.length === 0) return null;
  return (
    <fieldset className="panel-group">
      <legend>{text('rulesAbout')}</legend>
      <ul className="rules-about">
        {entries.map((entry) => ({ entry, named: namedFor(expanded, target, entry.kind) })).map(({ entry, named }) => (
          <li key={entry.key}><button type="button" className="link" onClick={() => openRule(entry.key)}>{ruleWords(entry, entry.kind === 'compute' ? undefined : readSentence(entry.text, named), { text, language, expanded, named })}</button></li>
        ))}
      </ul>
    </fieldset>
  );
};
