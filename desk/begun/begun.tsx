import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { Select } from '../worklist/filter-bar.tsx';
import { BegunTable } from './begun-table.tsx';
import { holdersOf, isHeldBy, isLate } from './holders.ts';
import { useHolderName } from './use-holder-name.ts';
import './begun.css';

const lists = ['open', 'ended'] as const;

/** What the reader began or gave: where each stands, who has it, what is late; chosen by person. */
export const BegunPage = () => {
  const text = useText();
  const nameOf = useHolderName();
  const [search, setSearch] = useSearchParams();
  const list = search.get('list') === 'ended' ? 'ended' : 'open';
  const [who, late, cursor] = [search.get('who') ?? '', search.get('late') === 'yes', search.get('cursor') ?? undefined];
  const query = useQuery({ ...queryOf('GET /api/desk/begun', { query: { list, ...(cursor && { cursor }) } }), placeholderData: keepPreviousData });
  const choose = (next: Record<string, string | undefined>) =>
    setSearch(new URLSearchParams(Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')));
  const chosen = { ...(list === 'ended' && { list }), ...(who && { who }), ...(late && { late: 'yes' }) };
  return (
    <Page title={text('begun')} wide>
      <p>{text('begunLead')}</p>
      <nav className="begun-lists" aria-label={text('begunLists')}>
        {lists.map((one) => <Link key={one} href={one === 'open' ? '/begun' : '/begun?list=ended'} aria-current={list === one ? 'page' : undefined}>{text(`begun_${one}`)}</Link>)}
      </nav>
      <Load of={query} lines={8}>
        {({ dossiers, next }) => {
          const lateOnes = dossiers.filter(isLate);
          const shown = dossiers.filter((row) => (!late || isLate(row)) && (who === '' || isHeldBy(row, who)));
          return dossiers.length === 0 ? <EmptyState title={text(list === 'open' ? 'begunNone' : 'begunNoneEnded')}><p>{text('begunNoneHint')}</p></EmptyState> : (
            <>
              {list === 'open' && (
                <div className="begun-bar">
                  <Select id="who" label={text('begunWho')} any={text('begunAnybody', { count: dossiers.length })} value={who} onChange={(value) => choose({ ...chosen, who: value })}
                    options={holdersOf(dossiers).map((holder) => ({ value: holder.value, label: text(holder.late > 0 ? 'begunHolderLate' : 'begunHolder', { who: nameOf(holder), count: holder.count, late: holder.late }) }))} />
                  <button type="button" className="begun-late" aria-pressed={late} onClick={() => choose({ ...chosen, late: late ? undefined : 'yes' })}><span>{text('due_late')}</span><span className={lateOnes.length > 0 ? 'count' : 'count count-none'}>{lateOnes.length}</span></button>
                </div>
              )}
              {shown.length === 0 ? <EmptyState title={text('begunNothingSo')}><p><Button onClick={() => choose({})}>{text('clearFilters')}</Button></p></EmptyState> : <BegunTable rows={shown} caption={text(`begun_${list}`)} />}
              {next && <p className="row"><Button onClick={() => choose({ ...chosen, cursor: next })}>{text('nextPage')}</Button></p>}
            </>
          );
        }}
      </Load>
    </Page>
  );
};
