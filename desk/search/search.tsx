import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { DossierRow } from '../../server/api/desk.ts';
import { ClockState } from '../../ui/clock-view.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { date } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { StateChip } from '../dossier/state-chip.tsx';
import { Load } from '../shell/load.tsx';
import { useKeys } from '../shell/use-keys.ts';
import { personCalled } from '../person-called.ts';
import { useText } from '../words.ts';
import { Select, states } from '../worklist/filter-bar.tsx';
import { filtersOf, searchOf, withFilter } from '../worklist/filters.ts';
import { SearchBox } from '../worklist/search-box.tsx';
import './search.css';

const nameCell = ({ id, code, subject, procedure }: DossierRow) => (
  <Link href={`/dossiers/${id}`} className="search-link"><strong className="number">{code}</strong><span>{subject ?? pick(procedure.name)}</span></Link>
);
const stateCell = ({ state }: DossierRow) => <StateChip state={state} />;
const dueCell = ({ clock }: DossierRow) => (
  <span className="search-link"><ClockState {...clock} />{clock.dueAt && clock.status !== 'ended' && <span className="small muted">{date(clock.dueAt)}</span>}</span>
);

/** Every dossier the reader may see, the finished ones too. */
export const SearchPage = () => {
  const text = useText();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const { q, state, cursor } = filtersOf(search);
  const filters = { ...(q && { q }), ...(state && { state }), ...(cursor && { cursor }) };
  const query = useQuery({ ...queryOf('GET /api/desk/dossiers', { query: { ...filters, limit: 50 } }), placeholderData: keepPreviousData });
  const box = useRef<HTMLInputElement>(null);
  useKeys({ search: () => box.current?.focus() });
  const choose = (next: typeof filters) => setSearch(new URLSearchParams(searchOf(next)));
  return (
    <Page title={text('navSearch')} wide>
      <div className="search-bar">
        <SearchBox key={q} box={box} value={q ?? ''} label={text('searchDossiers')} onSearch={(typed) => choose(withFilter(filters, 'q', typed))} />
        <Select id="state" label={text('byState')} value={state === undefined ? '' : String(state)} any={text('anyState')} onChange={(value) => choose(withFilter(filters, 'state', value === '' ? undefined : Number(value)))}
          options={states.map((one) => ({ value: String(one), label: text(`state_${one}`) }))} />
      </div>
      <Load of={query} lines={8}>
        {({ dossiers, next }) =>
          dossiers.length === 0 ? (
            <EmptyState title={text('noDossiers')}><p>{text('noDossiersHint')}</p></EmptyState>
          ) : (
            <>
              <Table<DossierRow>
                caption={text('navSearch')} captionHidden rows={dossiers} rowKey={({ id }) => id}
                columns={[
                  { key: 'code', title: text('colDossier'), heading: true, cell: nameCell },
                  { key: 'applicant', title: text('factApplicant'), cell: ({ applicant }) => applicant && personCalled(applicant) },
                  { key: 'state', title: text('colState'), cell: stateCell },
                  { key: 'step', title: text('colStep'), cell: ({ step }) => (step ? pick(step, language) : '–') },
                  { key: 'clock', title: text('colDue'), cell: dueCell },
                  { key: 'filed', title: text('factFiled'), cell: ({ submittedAt }) => date(submittedAt) },
                ]}
              />
              <p className="row">
                {cursor && <Button onClick={() => choose(withFilter(filters, 'cursor', undefined))}>{text('firstPage')}</Button>}
                {next && <Button onClick={() => choose({ ...filters, cursor: next })}>{text('nextPage')}</Button>}
              </p>
            </>
          )
        }
      </Load>
    </Page>
  );
};
