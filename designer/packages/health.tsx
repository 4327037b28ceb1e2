import { useQuery } from '@tanstack/react-query';
import type { DesignerProcedure } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { State } from '../../ui/state.tsx';
import { useText } from '../words.ts';
import { healthOf } from './health-of.ts';

const staleMilliseconds = 5 * 60_000;

/** How a procedure stands, in a few words. Checked one after the other, when it is looked at. */
export const Health = ({ procedure }: { procedure: DesignerProcedure }) => {
  const text = useText();
  const { key, draft } = procedure;
  const checked = useQuery({ queryKey: ['designer health', key, draft?.revision ?? 0], queryFn: () => call('POST /api/designer/procedures/:key/check', { params: { key }, body: {} }), staleTime: staleMilliseconds });
  const found = checked.data?.findings;
  if (!found) return <span className="muted">{text(checked.error ? 'checkFailed' : 'checking')}</span>;
  return <span className="health">{healthOf(procedure, found).map(({ word, tone, count }) => <State key={word} tone={tone} word={text(word, { count })} />)}</span>;
};
