import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { DutyList } from '../../server/api/duty.ts';
import { alphabetical } from '../../ui/alphabetical.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { time } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { DutyMap } from './duty-map.tsx';
import { Row } from './duty-row.tsx';
import { choicesOf, numbered } from './narrowed.ts';
import { OnDutyNow } from './on-duty-now.tsx';
import './duty.css';

/** Milliseconds: minutes count here, and nobody presses a button for them. */
const renewed = 30_000;

const Choice = ({ id, label, value, options, onChoose }: { id: string; label: string; value: string; options: readonly string[]; onChoose: (value: string) => void }) => {
  const text = useText();
  return (
    <p className="duty-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="control" value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{text('dutyAny')}</option>
        {options.map((option) => <option key={option} value={option}>{option}</option>)}
      </select>
    </p>
  );
};

const Board = ({ list }: { list: DutyList }) => {
  const text = useText();
  const language = useLanguage();
  const [kind, setKind] = useState('');
  const [road, setRoad] = useState('');
  const choices = choicesOf(list.dossiers, language);
  const shown = numbered(list.dossiers, { kind, road }, language);
  const count = (...verdicts: readonly string[]) => shown.filter(({ row }) => verdicts.includes(row.clock.verdict)).length;
  const [late, soon] = [count('late'), count('soon')];
  return (
    <div className="duty">
      <div className="duty-head">
        <OnDutyNow list={list} />
        <section aria-labelledby="duty-counts">
          <h2 id="duty-counts">{text('dutyCounts')}</h2>
          <p className="row">
            <State tone={late > 0 ? 'late' : 'plain'} word={text('dutyLate', { count: late })} />
            <State tone={soon > 0 ? 'soon' : 'plain'} word={text('dutySoon', { count: soon })} />
            <State tone="open" word={text('dutyWithin', { count: shown.length - late - soon })} />
          </p>
          <p className="muted small">{text('dutyUpdated', { at: time(list.at) })}</p>
        </section>
        {list.dossiers.length > 0 && (
          <div className="duty-choices">
            <Choice id="duty-kind" label={text('dutyKind')} value={kind} options={choices.kinds} onChoose={setKind} />
            <Choice id="duty-road" label={text('dutyRoad')} value={road} options={choices.roads} onChoose={setRoad} />
          </div>
        )}
      </div>
      <section className="duty-reports" aria-labelledby="duty-reports">
        <h2 id="duty-reports">{text('dutyList')}</h2>
        {shown.length === 0 ? <EmptyState title={text(list.dossiers.length === 0 ? 'dutyEmpty' : 'dutyFiltered')}>{list.dossiers.length === 0 && <p>{text('dutyEmptyHint')}</p>}</EmptyState> : (
          <ol className="duty-list">{shown.map(({ row, number }) => <Row key={row.dossier} row={row} number={number} />)}</ol>
        )}
        {list.more > 0 && <p className="muted">{text('dutyMore', { count: list.more })} <Link href="/dossiers">{text('navSearch')}</Link></p>}
      </section>
      {list.map && <DutyMap map={list.map} shown={shown} />}
    </div>
  );
};

/** Reports that count by the minute: the first due first, as a list and on the map, with who is on duty for them. */
export const DutyPage = () => {
  const text = useText();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const procedure = search.get('procedure');
  const query = useQuery({ ...queryOf('GET /api/desk/duty', { query: procedure === null ? {} : { procedure } }), refetchInterval: renewed });
  const { data } = query;
  return (
    <Page title={data?.procedure ? text('dutyTitle', { procedure: pick(data.procedure.name, language) }) : text('navDuty')} wide>
      {data && data.procedures.length > 1 && (
        <p className="duty-choice">
          <label htmlFor="duty-procedure">{text('navDuty')}</label>
          <select id="duty-procedure" className="control" value={data.procedure?.key ?? ''} onChange={(event) => setSearch({ procedure: event.target.value })}>
            {alphabetical(data.procedures, ({ name }) => pick(name, language), language).map(({ key, name }) => <option key={key} value={key}>{pick(name, language)}</option>)}
          </select>
        </p>
      )}
      <Load of={query} lines={8}>
        {(list) => (list.procedure === null ? <EmptyState title={text('dutyNone')} action={<ButtonLink href="/">{text('navWork')}</ButtonLink>}><p>{text('dutyNoneHint')}</p></EmptyState> : <Board list={list} />)}
      </Load>
    </Page>
  );
};
