import { display } from '../../display.ts';
import { valueAt } from '../../field-path.ts';
import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';

/** What the form knows or computes: read, not typed; said again when it changes. */
export function OutputWidget({ field, path, id, value, describedBy }: WidgetProps) {
  const { expanded, evaluation, lang, say, catalogues } = useAsking();
  const known = evaluation.computed.has(path) ? valueAt(evaluation.value, path) : value;
  const lines = display(field, known, { expanded, lang, catalogues });
  return (
    <output id={id} className={lines.length > 0 ? 'form-output' : 'form-output form-output-empty'} aria-describedby={describedBy}>
      {lines.length > 0 ? lines.join(', ') : say('notYet')}
    </output>
  );
}
