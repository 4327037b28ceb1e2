import { printLike } from '../forms/print-json.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { withAt } from '../about/change.ts';
import { Days } from '../about/days.tsx';
import { Sourced } from '../about/sourced.tsx';
import { edit } from '../package/bench.ts';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';

/** For which dossiers, and from when to when, a template is the form of another letter, as `procedure.json` lists it. Nothing for a letter of its own. */
export const VariantOf = ({ packageKey, template, procedure, saved }: { packageKey: string; template: string; procedure: Procedure; saved: string }) => {
  const text = useText();
  const language = useLanguage();
  const [found] = Object.entries(procedure.letters).flatMap(([letter, { name, variants = [] }]) => variants.flatMap((variant, index) => (variant.template === template ? [{ letter, name, variant, index }] : [])));
  if (found === undefined) return null;
  const { letter, name, variant, index } = found;
  const put = (member: string, next: unknown) => edit(packageKey, 'procedure.json', printLike(withAt(procedure, ['letters', letter, 'variants', index, member], next), saved), saved, `variant ${template} ${member}`);
  return (
    <>
      <p>{text('variantOf', { letter: pick(name, language) })}</p>
      <Committed id="variant-when" label={text('variantWhen')} hint={text('variantWhenHint')} optional code value={variant.when ?? ''} onCommit={(typed) => put('when', typed.trim() || undefined)} />
      <Committed id="variant-form" label={text('variantForm')} optional value={variant.form ?? ''} onCommit={(typed) => put('form', typed.trim() || undefined)} />
      <Days id="variant" of={variant} put={put} />
      <Sourced id={`variant-${template}`} value={variant} put={put} />
    </>
  );
};
