import { useQuery } from '@tanstack/react-query';
import type { DesignerProcedure } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { State } from '../../ui/state.tsx';
import { countOf } from '../findings/sorted.ts';
import { useText } from '../words.ts';

const staleMilliseconds = 5 * 60_000;
/** What must be in both languages, and is not. */
const untranslated = new Set(['missing-translation', 'translated']);

/** Whether a procedure could be published as it stands: proof, languages, people, sources that disagree, and dossiers that stopped with a fault. Checked one after the other, when it is looked at. */
export const Health = ({ procedure: { key, draft, conflicts, incidents, unbegun } }: { procedure: DesignerProcedure }) => {
  const text = useText();
  const checked = useQuery({ queryKey: ['designer health', key, draft?.revision ?? 0], queryFn: () => call('POST /api/designer/procedures/:key/check', { params: { key }, body: {} }), staleTime: staleMilliseconds });
  const found = checked.data?.findings;
  if (!found) return <span className="muted">{text(checked.error ? 'checkFailed' : 'checking')}</span>;
  const errors = countOf(found, 'error');
  const unstaffed = found.filter(({ rule }) => rule === 'role-unstaffed').length;
  const words = found.filter(({ rule }) => untranslated.has(rule)).length;
  return (
    <span className="health">
      {errors > 0 ? <State tone="late" word={text('errors', { count: errors })} /> : <State tone="done" word={text('healthSound')} />}
      {unstaffed > 0 && <State tone="soon" word={text('healthUnstaffed', { count: unstaffed })} />}
      {words > 0 && <State tone="soon" word={text('healthWords', { count: words })} />}
      {conflicts > 0 && <State tone="soon" word={text('healthConflicts', { count: conflicts })} />}
      {incidents > 0 && <State tone="late" word={text('healthIncidents', { count: incidents })} />}
      {unbegun > 0 && <State tone="late" word={text('healthUnbegun', { count: unbegun })} />}
    </span>
  );
};
