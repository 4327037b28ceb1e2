import { useState } from 'react';
import type { PublicClock } from '../../server/api/figures.ts';
import { addressOf } from '../../ui/api.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { date, dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { search } from '../home/search.ts';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { OfProcedure } from './of-procedure.tsx';
import { OfUnit } from './of-unit.tsx';
import { useText } from './words.ts';
import './clock.css';

/** How long offices really take: what was, with the method and the number behind it, and as open data. */
export const Clock = () => {
  const found = useResource('GET /api/open-data/clock', {});
  return <LoadPage of={found}>{(clock) => <ClockPage clock={clock} />}</LoadPage>;
};

/** First how long it takes, in one line for each procedure; all else is folded, or found by its name. */
const ClockPage = ({ clock }: { clock: PublicClock }) => {
  const text = useText();
  const language = useLanguage();
  const [asked, setAsked] = useState('');
  const { minimum } = clock;
  const isAsked = asked.trim() !== '';
  const [used, unused] = [clock.procedures.filter(({ filed, open }) => filed + open > 0), clock.procedures.filter(({ filed, open }) => filed + open === 0)];
  const procedures = search(used, asked, ({ name }) => `${name.vi} ${name.en}`).toSorted((one, other) => other.ended - one.ended || other.filed - one.filed);
  const [told, few] = [procedures.filter(({ time }) => time !== null), procedures.filter(({ time }) => time === null)];
  const units = search(clock.units, asked, ({ unit }) => `${unit.name.vi} ${unit.name.en}`);
  return (
    <Page key="clock" title={text('clockTitle')}>
      <p className="lead">{text('clockLead')}</p>
      <search>
        <TextField id="search" type="search" enterKeyHint="search" autoComplete="off" label={text('clockSearch')} hint={text('searchHint')} value={asked} onChange={(event) => setAsked(event.target.value)} />
      </search>
      <p role="status" className={isAsked ? 'muted' : 'visually-hidden'}>{isAsked && text('clockFound', { procedures: procedures.length, units: units.length })}</p>
      {told.length > 0 && <h2>{text('procedures')}</h2>}
      <ul className="clock-list">
        {told.map((figures) => <li key={figures.key}><OfProcedure figures={figures} minimum={minimum} /></li>)}
      </ul>
      {few.length > 0 && (
        <details className="clock-fold" key={`few ${isAsked}`} open={isAsked}>
          <summary><h2>{text('fewCount', { minimum, count: few.length })}</h2></summary>
          <ul className="clock-list">
            {few.map((figures) => <li key={figures.key}><OfProcedure figures={figures} minimum={minimum} /></li>)}
          </ul>
        </details>
      )}
      {!isAsked && unused.length > 0 && <p className="muted small">{text('none', { names: unused.map(({ name }) => pick(name, language)).join(', ') })}</p>}
      {units.length > 0 && (
        <details className="clock-fold" key={`units ${isAsked}`} open={isAsked}>
          <summary><h2>{text('unitsCount', { count: units.length })}</h2></summary>
          <ul className="clock-list">
            {units.map((figures) => <li key={figures.unit.id}><OfUnit figures={figures} minimum={minimum} /></li>)}
          </ul>
        </details>
      )}
      <details className="clock-fold">
        <summary><h2>{text('method')}</h2></summary>
        <p>{text('methodTime')}</p>
        <p>{text('methodSample', { sample: clock.sample, days: clock.days, minimum })}</p>
        <p>{text('methodOnTime')}</p>
      </details>
      <h2>{text('download')}</h2>
      <p>{text('downloadHint')} {text('clockPeriod', { from: date(clock.from), to: date(clock.at) })} {text('foundAt', { at: dateTime(clock.at) })}</p>
      <div className="row">
        <ButtonLink href={addressOf('GET /api/open-data/clock.csv', {})} download>{text('csv')}</ButtonLink>
        <ButtonLink href={addressOf('GET /api/open-data/clock', {})} outside>{text('json')}</ButtonLink>
      </div>
    </Page>
  );
};
