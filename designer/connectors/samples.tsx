import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import type { TriedSample } from '../../procedures/described/samples.ts';
import { printJson } from '../forms/print-json.ts';
import { useText } from '../words.ts';

const width = 60;
const Json = ({ value }: { value: unknown }) => <pre className="connector-json"><code>{printJson(value, width).trimEnd()}</code></pre>;

/** What each sample came to at the stand-in, and what was asked and answered on the way. */
export const Samples = ({ samples }: { samples: readonly TriedSample[] }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <section>
      <h2>{text('connectorSamples')}</h2>
      <p className="muted">{text(samples.length > 0 ? 'connectorSamplesHint' : 'connectorSamplesUntried')}</p>
      {samples.map(({ title, inputs, expect, came, said, holds, turns }, index) => (
        <article key={index} className="connector-sample">
          <h3>{pick(title, language)} <State tone={holds ? 'done' : 'late'} word={text(holds ? 'connectorSampleHolds' : 'connectorSampleFails')} /></h3>
          <dl>
            <div><dt>{text('connectorSampleGiven')}</dt><dd><Json value={inputs} /></dd></div>
            <div><dt>{text('connectorSampleCame')}</dt><dd><Json value={came} /></dd></div>
            {said && <div><dt>{text('connectorSaid')}</dt><dd>{pick(said, language)}</dd></div>}
            {!holds && <div><dt>{text('connectorSampleExpected')}</dt><dd><Json value={expect} /></dd></div>}
          </dl>
          {turns.length > 0 && (
            <details className="panel-more">
              <summary>{text('connectorTurns', { count: turns.length })}</summary>
              <ol>
                {turns.map(({ request, response }, turn) => (
                  <li key={turn}>
                    <p>{request ? <code>{request.method} {request.path}</code> : text('connectorCalledBack')}</p>
                    {request?.body !== undefined && <Json value={JSON.parse(request.body)} />}
                    <p>{text('connectorAnswered')} {request && <code>{response.status}</code>}</p>
                    {response.body !== null && <Json value={response.body} />}
                  </li>
                ))}
              </ol>
            </details>
          )}
        </article>
      ))}
    </section>
  );
};
