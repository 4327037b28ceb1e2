import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ProcedureFigures, PublicClock, TimeTaken } from '../../server/api/figures.ts';
import { addressOf } from '../../ui/api.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { date, dateTime, decimal, timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { Answers } from './answers.tsx';
import { Steps } from './steps.tsx';
import { percent, taken } from './taken.ts';
import { useText } from './words.ts';
import './clock.css';

/** How long offices really take: what was, with the method and the number behind it, and as open data. */
export const Clock = () => {
  const found = useResource('GET /api/open-data/clock', {});
  return <LoadPage of={found}>{(clock) => <ClockPage clock={clock} />}</LoadPage>;
};

/** A figure, and below it what it is of. */
const twoLines = (first: ReactNode, second: string, tone = 'muted') => <>{first}<span className={`block small ${tone}`}>{second}</span></>;

const link = (key: string, name: string) => <Link href={`/services/${key}`}>{name}</Link>;

const ClockPage = ({ clock }: { clock: PublicClock }) => {
  const text = useText();
  const language = useLanguage();
  const { minimum } = clock;
  const [used, unused] = [clock.procedures.filter(({ filed, open }) => filed + open > 0), clock.procedures.filter(({ filed, open }) => filed + open === 0)];
  const few = <span className="muted">{text('tooFew', { minimum })}</span>;
  const time = (figures: ProcedureFigures, which: keyof TimeTaken) => (figures.time ? taken(figures.time[which], figures.counted, language) : few);
  return (
    <Page key="clock" title={text('clockTitle')}>
      <p className="lead">{text('clockLead')}</p>
      <p>{text('clockPeriod', { from: date(clock.from), to: date(clock.at) })}</p>
      <Table
        caption={text('procedures')}
        rows={used.toSorted((one, other) => other.ended - one.ended || other.filed - one.filed)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', title: text('procedure'), heading: true, cell: ({ key, name }) => link(key, pick(name, language)) },
          { key: 'limit', title: text('limit'), cell: ({ limit }) => timeLimit(limit, language) },
          { key: 'median', title: text('median'), cell: (row) => time(row, 'median') },
          { key: 'p90', title: text('p90'), cell: (row) => time(row, 'p90') },
          { key: 'onTime', title: text('onTime'), number: true, cell: ({ onTime, ended }) => (onTime === null ? few : twoLines(percent(onTime, language), text('ofEnded', { count: ended }))) },
          { key: 'open', title: text('open'), number: true, cell: ({ open, late }) => (late === 0 ? open : twoLines(open, text('lateNow', { count: late }), 'clock-late')) },
          { key: 'stars', title: text('stars'), number: true, cell: ({ stars, rated }) => (stars === null ? few : twoLines(`${decimal(stars, language)}/5`, text('ratings', { count: rated }))) },
        ]}
      />
      {unused.length > 0 && <p className="muted small">{text('none', { names: unused.map(({ name }) => pick(name, language)).join(', ') })}</p>}
      {used.filter(({ steps }) => steps.length > 0).map((figures) => <Steps key={figures.key} figures={figures} minimum={minimum} />)}
      {used.filter(({ asked }) => asked.length > 0).map((figures) => <Answers key={figures.key} figures={figures} />)}
      <Table
        caption={text('units')}
        rows={clock.units}
        rowKey={({ unit }) => unit.id}
        columns={[
          { key: 'unit', title: text('unit'), heading: true, cell: ({ unit }) => pick(unit.name, language) },
          { key: 'ended', title: text('ended'), number: true, cell: ({ ended }) => ended },
          { key: 'onTime', title: text('onTime'), number: true, cell: ({ onTime }) => (onTime === null ? few : percent(onTime, language)) },
          { key: 'stars', title: text('stars'), number: true, cell: ({ stars, rated }) => (stars === null ? few : twoLines(`${decimal(stars, language)}/5`, text('ratings', { count: rated }))) },
        ]}
      />
      {clock.units.filter(({ asked }) => asked.length > 0).map(({ unit, asked }) => <Answers key={unit.id} figures={{ name: unit.name, asked }} />)}
      <h2>{text('method')}</h2>
      <p>{text('methodTime')}</p>
      <p>{text('methodSample', { sample: clock.sample, days: clock.days, minimum })}</p>
      <p>{text('methodOnTime')}</p>
      <h2>{text('download')}</h2>
      <p>{text('downloadHint')} {text('foundAt', { at: dateTime(clock.at) })}</p>
      <div className="row">
        <ButtonLink href={addressOf('GET /api/open-data/clock.csv', {})} download>{text('csv')}</ButtonLink>
        <ButtonLink href={addressOf('GET /api/open-data/clock', {})} outside>{text('json')}</ButtonLink>
      </div>
    </Page>
  );
};
