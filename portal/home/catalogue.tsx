import { ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import type { AppView } from '../../server/api/app.ts';
import type { ProcedureSummary } from '../../server/api/procedure.ts';
import { money, timeLimit } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { search } from './search.ts';

const ProcedureCard = ({ procedure }: { procedure: ProcedureSummary }) => {
  const text = useText();
  const language = useLanguage();
  const fee = procedure.fee === null ? undefined : procedure.fee === 0 ? text('free') : money(procedure.fee);
  const facts = [procedure.timeLimit && timeLimit(procedure.timeLimit, language), fee, text(`online_${procedure.onlineLevel}`)].filter(Boolean);
  return (
    <li className="procedure-card">
      <Link href={`/services/${procedure.key}`}>
        <span>
          <strong>{pick(procedure.name, language)}</strong>
          <span className="muted small">{facts.join(' · ')}</span>
        </span>
        <Icon of={ChevronRight} />
      </Link>
    </li>
  );
};

type Event = AppView['lifeEvents'][number];
const both = ({ vi, en }: { readonly vi: string; readonly en: string }) => [vi, en];

/** Procedures by what brings people to them; one that serves several stands under each, but once among what was searched for. */
export const Catalogue = ({ all, events, asked }: { all: readonly ProcedureSummary[]; events: readonly Event[]; asked: string }) => {
  const text = useText();
  const language = useLanguage();
  const searchable = (procedure: ProcedureSummary) =>
    [
      ...[procedure.name, procedure.summary, procedure.agency, ...(procedure.field ? [procedure.field] : [])].flatMap(both), ...procedure.searchWords,
      ...events.filter(({ key }) => procedure.lifeEvents.includes(key)).flatMap(({ name, words }) => [...both(name), ...words]),
    ].join(' ');
  const firstOf = (keys: readonly string[]) => events.find(({ key }) => keys.includes(key))?.key;
  const found = search(all, asked, searchable);
  const groups = [
    ...events.map((event) => ({ key: event.key, title: pick(event.name, language), procedures: found.filter(({ lifeEvents }) => (asked ? firstOf(lifeEvents) === event.key : lifeEvents.includes(event.key))) })),
    { key: 'rest', title: text('otherField'), procedures: found.filter(({ lifeEvents }) => firstOf(lifeEvents) === undefined) },
  ].filter(({ procedures }) => procedures.length > 0);
  return (
    <>
      <output className="muted small home-count">{asked && text('foundCount', { count: found.length })}</output>
      {found.length === 0 && <p>{text('nothingFound', { asked })}</p>}
      <div className="life-events">
        {groups.map(({ key, title, procedures }) => (
          <section key={key}>
            <h3>{title}</h3>
            <ul className="procedure-cards">
              {procedures.map((procedure) => <ProcedureCard key={procedure.key} procedure={procedure} />)}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
};
