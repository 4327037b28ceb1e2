import type { UseQueryResult } from '@tanstack/react-query';
import type { InFlight } from '../../server/api/in-flight.ts';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { Places } from '../versions/places.tsx';
import { useText } from '../words.ts';
import { byChange, type Change } from './causes.ts';
import { Touched } from './touched.tsx';

interface Props {
  looked: UseQueryResult<InFlight>;
  changes: readonly Change[] | undefined;
  mapping: Readonly<Record<string, string>>;
  onMapping: (mapping: Readonly<Record<string, string>>) => void;
}

/** Before publishing: who is on the way, where they stand, and what each change would ask of whom if they went over. */
export const DossiersInFlight = ({ looked, changes, mapping, onMapping }: Props) => {
  const text = useText();
  return (
    <section aria-labelledby="review-in-flight">
      <h3 id="review-in-flight">{text('inFlight')}</h3>
      <Load of={looked}>
        {(found) => (
          <>
            {found.running === 0 ? <p>{text('inFlightNone')}</p> : <Found found={found} changes={changes ?? []} mapping={mapping} onMapping={onMapping} />}
            {found.running > 0 && <p><Button small busy={looked.isFetching} onClick={() => void looked.refetch()}>{text('inFlightLook')}</Button></p>}
          </>
        )}
      </Load>
    </section>
  );
};

const Found = ({ found, changes, mapping, onMapping }: Omit<Props, 'looked' | 'changes'> & { found: InFlight; changes: readonly Change[] }) => {
  const text = useText();
  const language = useLanguage();
  const { usable, running, looked, safe, clerk, citizen, cannot, places, groups, gone, targets } = found;
  if (!usable) return <p>{text('inFlightUnusable')}</p>;
  const { touching, safe: harmless, others } = byChange(changes, groups);
  return (
    <>
      <p className="muted">{text('reviewInFlightHint')}</p>
      <p>{looked < running ? text('inFlightLooked', { looked, count: running }) : text('inFlightOf', { count: running })}</p>
      <p className="row" role="status">
        <State tone={safe > 0 ? 'done' : 'plain'} word={text('flightSafe', { count: safe })} />
        <State tone={clerk > 0 ? 'soon' : 'plain'} word={text('flightClerk', { count: clerk })} />
        <State tone={citizen > 0 ? 'waiting' : 'plain'} word={text('flightCitizen', { count: citizen })} />
        {cannot > 0 && <State tone="late" word={text('flightCannot', { count: cannot })} />}
      </p>
      <details className="flight-which">
        <summary>{text('inFlightAt')}</summary>
        <ul>{places.map(({ node, name, count }) => <li key={node}>{pick(name, language)} <span className="muted">{count}</span></li>)}</ul>
      </details>
      {gone.length > 0 && (
        <fieldset className="flight-places">
          <legend>{text('inFlightPlaces')}</legend>
          <p className="muted small">{text('inFlightPlacesHint')}</p>
          <Places gone={gone} targets={targets} mapping={mapping} onMapping={onMapping} />
        </fieldset>
      )}
      <h4>{text('inFlightByChange')}</h4>
      {touching.length === 0 && !others && <p>{text('inFlightAllSafe')}</p>}
      <ul className="flight-changes">
        {touching.map(({ change, ...touched }, index) => <li key={index}><Touched title={change.text} touched={touched} /></li>)}
        {others && <li><Touched title={text('inFlightOthers')} hint={text('inFlightOthersHint')} touched={others} /></li>}
      </ul>
      {harmless.length > 0 && (
        <details className="panel-more">
          <summary>{text('inFlightSafeChanges', { count: harmless.length })}</summary>
          <ul>{harmless.map((change, index) => <li key={index}>{change.text}</li>)}</ul>
        </details>
      )}
      <details className="panel-more">
        <summary>{text('inFlightMeaning')}</summary>
        <ul>{(['inFlightMeaningSafe', 'inFlightMeaningClerk', 'inFlightMeaningCitizen', 'inFlightMeaningCannot'] as const).map((word) => <li key={word}>{text(word)}</li>)}</ul>
        <p>{text('inFlightMethod')}</p>
      </details>
    </>
  );
};
