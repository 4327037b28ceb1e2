import { useId, useState, type FormEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { setPresence, setSource } from '../edit/field.ts';
import { groupOf, idFault, proposedId } from '../edit/field-id.ts';
import { addColumn, addField, defaultLabel, fixedId } from '../edit/library.ts';
import { known } from '../edit/bases.ts';
import { useEditing, type Placing } from '../editing.ts';

/** Names a new question, says where it stands, and puts it in. Its id follows the name until somebody writes another. */
export const NewQuestion = ({ placing, onClose }: { placing: Placing; onClose: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const form = useId();
  const { form: before, change, select } = useEditing();
  const [label, setLabel] = useState(defaultLabel(placing.kind));
  const [page, setPage] = useState(placing.page);
  const [written, setWritten] = useState<string>();
  const [tried, setTried] = useState(false);
  const [given, setBasis] = useState<string>();
  const asked = before.ui.pages.find((one) => one.id === page);
  const id = written ?? fixedId(placing.kind) ?? proposedId(before, label.vi, placing.row ?? (asked && groupOf(asked)));
  const fault = idFault(before, id);
  // most questions of a page are asked for the same reason; the words of a template are none
  const beside = known(before.sources[asked?.fields.at(-1) ?? '']);
  const basis = given ?? beside?.basis ?? '';
  const kind = text(`kind_${placing.kind}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = fault === undefined && label.vi.trim() !== '' && label.en.trim() !== '';
    setTried(!isWhole);
    if (!isWhole) return;
    const field = { id, kind: placing.kind, label };
    const said = text('added', { name: pick(label, language) });
    const grown = placing.row === undefined ? addField(before, page, field, page === placing.page ? placing.at : undefined) : addColumn(before, field);
    change(setSource(placing.kind === 'computed' ? grown : setPresence(grown, id, 'required'), id, { basis, mark: given === undefined ? (beside?.mark ?? 'design') : 'design' }), undefined, said);
    onClose();
    select({ kind: 'field', id }, 'panel');
  };
  return (
    <Dialog open title={text('newQuestion', { kind })} onClose={onClose} actions={<><Button kind="main" type="submit" form={form}>{text('insertQuestion')}</Button><Button onClick={onClose}>{text('cancel')}</Button></>}>
      <form id={form} onSubmit={submit} noValidate>
        {(['vi', 'en'] as const).map((lang) => (
          <TextField key={lang} id={`new-label-${lang}`} lang={lang} label={`${text('label')}: ${text(lang === 'vi' ? 'inVietnamese' : 'inEnglish')}`} value={label[lang]} error={tried && label[lang].trim() === '' ? text('textMissing') : undefined} onChange={(event) => setLabel({ ...label, [lang]: event.target.value.normalize('NFC') })} />
        ))}
        {placing.row === undefined && <Select id="new-page" label={text('onPage')} value={page} options={before.ui.pages.map((one, index) => ({ value: one.id, label: `${index + 1}. ${pick(one.title, language) || one.id}` }))} onChange={setPage} />}
        <TextField id="new-basis" label={text('fieldBasis')} hint={text('fieldBasisHint')} optional value={basis} onChange={(event) => setBasis(event.target.value.normalize('NFC'))} />
        <TextField id="new-id" label={text('newId')} hint={text('newIdHint')} error={(tried || written !== undefined) && fault ? text(`idFault_${fault}`) : undefined} value={id} autoCapitalize="none" autoComplete="off" spellCheck={false} data-code onChange={(event) => setWritten(event.target.value.trim())} />
      </form>
    </Dialog>
  );
};
