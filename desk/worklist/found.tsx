import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Account } from '../../server/api/session.ts';
import type { Worklist } from '../../server/api/task.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { moved } from '../shell/keys.ts';
import { useKeys } from '../shell/use-keys.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useClaim } from '../step/use-claim.ts';
import { useText } from '../words.ts';
import { isNarrowed, withFilter, type Filters } from './filters.ts';
import { WorkRow } from './work-row.tsx';

interface FoundProps {
  readonly list: Worklist;
  readonly filters: Filters;
  readonly account: Account;
  readonly onChoose: (filters: Filters) => void;
}

/** The rows; j and k move the focus from one to the next, o opens it, c claims it. */
export const Found = ({ list: { items, next, counts }, filters, account, onChoose }: FoundProps) => {
  const text = useText();
  const [, go] = useLocation();
  const rows = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const claim = useClaim((task) => setSaid(text('claimedNow', { code: task.dossier.code })));
  const linkAt = (index: number | undefined) => (index === undefined ? undefined : rows.current?.querySelectorAll<HTMLElement>('[data-row]')[index]);
  const at = () => {
    const links = [...(rows.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const index = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
    return index < 0 ? undefined : index;
  };
  const move = (act: 'next' | 'previous') => linkAt(moved(at(), act, items.length))?.focus();
  const here = () => items[at() ?? -1];
  useKeys({
    next: () => move('next'),
    previous: () => move('previous'),
    open: () => {
      const item = here() ?? items[0];
      if (item) go(`/tasks/${item.id}`);
    },
    claim: () => {
      const item = here();
      if (item?.can.claim) claim.run(item);
    },
  });
  if (items.length === 0)
    return isNarrowed(filters) ? (
      <EmptyState title={text('nothingFits')} action={<Button onClick={() => onChoose({ ...(filters.scope && { scope: filters.scope }) })}>{text('clearFilters')}</Button>}>
        <p>{text('nothingFitsHint')}</p>
      </EmptyState>
    ) : (
      <EmptyState title={text(`empty_${filters.scope ?? 'team'}`)}>
        <p>{filters.scope === 'mine' && counts.team > 0 ? text('emptyMineHint', { count: counts.team }) : text('emptyHint')}</p>
        {filters.scope === 'mine' && counts.team > 0 && <Button kind="main" onClick={() => onChoose(withFilter({}, 'scope', 'team'))}>{text('scope_team')}</Button>}
      </EmptyState>
    );
  return (
    <>
      <output className="claimed-now">{said}</output>
      {claim.problem && <ActProblem problem={claim.problem} />}
      <div className="work-head" aria-hidden="true">
        <span>{text('colDue')}</span><span>{text('colDossier')}</span><span>{text('colStep')}</span><span>{text('colNews')}</span><span />
      </div>
      <ol className="work" ref={rows}>
        {items.map((item) => <WorkRow key={item.id} item={item} account={account} onClaim={() => claim.run(item)} claiming={claim.busy} />)}
      </ol>
      {(next ?? filters.cursor) && (
        <p className="row">
          {filters.cursor && <Button onClick={() => onChoose(withFilter(filters, 'cursor', undefined))}>{text('firstPage')}</Button>}
          {next && <Button onClick={() => onChoose({ ...filters, cursor: next })}>{text('nextPage')}</Button>}
        </p>
      )}
    </>
  );
};
