import type { FieldId, Option } from '../../../forms/form.ts';
import { defaultWords } from '../../../procedures/default-words.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { Rows } from '../../about/rows.tsx';
import { useText } from '../../words.ts';
import { BothTexts } from '../both-texts.tsx';
import { freeValue, setOptions } from '../edit/options.ts';
import { useEditing } from '../editing.ts';

/** What a choice offers, in its order, in both languages. The values behind the names are kept for ever. */
export const Options = ({ id, options }: { id: FieldId; options: readonly Option[] }) => {
  const text = useText();
  const language = useLanguage();
  const { form, change } = useEditing();
  const put = (index: number, option: Option) => change(setOptions(form, id, options.with(index, option)), `option ${id} ${index}`);
  return (
    <fieldset className="panel-group">
      <legend>{text('optionsOf')}</legend>
      <Rows
        items={options} title={(option) => pick(option.label, language)} add={text('addOption')}
        fresh={(): Option => ({ value: freeValue(options, 'choice'), label: defaultWords.option })}
        onChange={(next) => next.length > 0 && change(setOptions(form, id, next))}
      >
        {(option, index) => (
          <>
            <BothTexts id={`option-${id}-${index}`} legend={text('label')} value={option.label} onChange={(label) => put(index, { ...option, label })} />
            <BothTexts
              id={`option-hint-${id}-${index}`} legend={text('hint')} optional value={option.hint ?? { vi: '', en: '' }}
              onChange={({ vi, en }) => { const { hint: _, ...rest } = option; put(index, vi.trim() === '' && en.trim() === '' ? rest : { ...rest, hint: { vi, en } }); }}
            />
          </>
        )}
      </Rows>
    </fieldset>
  );
};
