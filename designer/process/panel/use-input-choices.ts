import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { readProcedure } from '../../about/read-procedure.ts';
import { useFileChoices } from '../../package/file-names.ts';
import { useFileText } from '../../package/file-text.ts';
import { useText } from '../../words.ts';

/** What an input names, by the input's name: a letter, a register, a notice of the package. */
type InputChoices = Readonly<Record<string, { readonly label: string; readonly options: readonly { readonly value: string; readonly label: string }[] }>>;

const nothing: InputChoices = {};

/** What the inputs of a connector may name, of what the package has. */
export function useInputChoices(opened: DesignerPackage, connector: string): InputChoices {
  const text = useText();
  const language = useLanguage();
  const letters = useFileChoices(opened, 'letters');
  const reading = readProcedure(useFileText(opened.key, 'procedure.json').text ?? '');
  if (!('procedure' in reading)) return nothing;
  const { registers, notices = {} } = reading.procedure;
  const noticed = { label: text('noticeInput'), options: Object.entries(notices).map(([value, { title }]) => ({ value, label: pick(title, language) || value })) };
  const known: Readonly<Record<string, InputChoices>> = {
    'letter.issue': { letter: { label: text('letterInput'), options: letters }, notice: noticed },
    'register.number': { register: { label: text('registerInput'), options: Object.entries(registers).map(([value, { name }]) => ({ value, label: pick(name, language) || value })) } },
    notify: { event: noticed },
    publish: { act: { label: text('publishAct'), options: (['publish', 'end', 'expire', 'cancel'] as const).map((value) => ({ value, label: text(`publishAct_${value}`) })) } },
  };
  return known[connector] ?? nothing;
}
