import { ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import type { AppView } from '../../server/api/app.ts';
import type { ProcedureSummary } from '../../server/api/procedure.ts';
import { alphabetical } from '../../ui/alphabetical.ts';
import { money, timeLimit } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { nearest, search } from './search.ts';

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

/** Procedures by what brings people to them; one that serves several stands under each, but once among what was searched for. */
export const Catalogue = ({ all, events, asked }: { all: readonly ProcedureSummary[]; events: readonly Event[]; asked: string }) => {
  const text = useText();
  const language = useLanguage();
  const searchable = (tongue: typeof language) => (procedure: ProcedureSummary) =>
    [
      ...[procedure.name, procedure.summary, procedure.agency, ...(procedure.field ? [procedure.field] : [])].map((said) => said[tongue]), ...procedure.searchWords,
      ...events.filter(({ key }) => procedure.lifeEvents.includes(key)).flatMap(({ name, words }) => [name[tongue], ...words]),
    ].join(' ');
  const firstOf = (keys: readonly string[]) => events.find(({ key }) => keys.includes(key))?.key;
  // what was searched for stands as it fits
  const inTurn = [searchable(language), searchable(language === 'vi' ? 'en' : 'vi')];
  const exact = search(asked ? all : alphabetical(all, ({ name }) => pick(name, language), language), asked, ...inTurn);
  const found = exact.length > 0 ? exact : nearest(all, asked, (procedure) => inTurn.map((said) => said(procedure)).join(' '));
  const isNear = exact.length === 0 && found.length > 0;
  const groups = [
    ...events.map((event) => ({ key: event.key, title: pick(event.name, language), procedures: found.filter(({ lifeEvents }) => (asked ? firstOf(lifeEvents) === event.key : lifeEvents.includes(event.key))) })),
    { key: 'rest', title: text('otherField'), procedures: found.filter(({ lifeEvents }) => firstOf(lifeEvents) === undefined) },
  ].filter(({ procedures }) => procedures.length > 0);
  return (
    <>
      <output className="muted small home-count">{asked && text(isNear ? 'foundNear' : 'foundCount', { count: found.length })}</output>
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
