import type { Field } from '../../../forms/expand.ts';
import { formatNumber, parseNumber } from '../../../forms/number.ts';
import { Check } from '../../../ui/choices.tsx';
import { useLanguage } from '../../../ui/use-text.ts';
import { Committed } from '../../process/panel/committed.tsx';
import { useText } from '../../words.ts';
import { setKeyword } from '../edit/field.ts';
import { schemaAt } from '../edit/schema-at.ts';
import { useEditing } from '../editing.ts';

const byWidget = {
  number: ['minimum', 'maximum'], money: ['minimum', 'maximum'], text: ['minLength', 'maxLength'], textarea: ['minLength', 'maxLength'],
  rows: ['minItems', 'maxItems'], files: ['minItems', 'maxItems'], checkboxes: ['minItems', 'maxItems'],
} as const;

/** What an answer may be, in the bounds that its kind knows. */
export const Limits = ({ field }: { field: Field }) => {
  const text = useText();
  const language = useLanguage();
  const { form, change } = useEditing();
  const { id, widget, schema } = field;
  if (!schemaAt(form.schema, id)) return null;
  if (widget === 'date') return <Check id={`past-${id}`} label={text('notInFuture')} checked={schema['x-notAfter'] === 'today'} onChange={(isPast) => change(setKeyword(form, id, 'x-notAfter', isPast ? 'today' : undefined))} />;
  // A pattern says how long a text is; two numbers more would only contradict it.
  const keywords = schema.pattern !== undefined || schema.anyOf !== undefined ? [] : (byWidget[widget as keyof typeof byWidget] ?? []);
  if (keywords.length === 0) return null;
  const commit = (keyword: string) => (typed: string) => {
    const value = parseNumber(typed, language);
    if (typed.trim() === '') change(setKeyword(form, id, keyword, undefined));
    else if (value !== undefined) change(setKeyword(form, id, keyword, value));
  };
  return (
    <div className="both">
      {keywords.map((keyword) => (
        <Committed
          key={keyword} id={`${keyword}-${id}`} optional label={text(`limit_${keyword}`)} value={typeof schema[keyword] === 'number' ? formatNumber(schema[keyword], language) : ''}
          fault={(typed) => (typed.trim() === '' || parseNumber(typed, language) !== undefined ? undefined : text('limitNotNumber'))} onCommit={commit(keyword)}
        />
      ))}
    </div>
  );
};
