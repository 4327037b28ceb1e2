import { useQuery } from '@tanstack/react-query';
import type { DesignerProcedure } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { State } from '../../ui/state.tsx';
import { useText } from '../words.ts';
import { healthOf } from './health-of.ts';

/** How a procedure stands, in a few words. Checked anew whenever it is looked at: who is there for its steps changes without it, and the server remembers the rest. */
export const Health = ({ procedure }: { procedure: DesignerProcedure }) => {
  const text = useText();
  const { key, draft, published } = procedure;
  const checked = useQuery({ queryKey: ['designer health', key, draft?.revision ?? 0, draft?.savedAt ?? published?.hash], queryFn: () => call('POST /api/designer/procedures/:key/check', { params: { key }, body: {} }), staleTime: 0 });
  const found = checked.data?.findings;
  if (!found) return <span className="muted">{text(checked.error ? 'checkFailed' : 'checking')}</span>;
  return <span className="health">{healthOf(procedure, found).map(({ word, tone, count }) => <State key={word} tone={tone} word={text(word, { count })} />)}</span>;
};
