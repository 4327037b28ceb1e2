import type { ReactNode } from 'react';
import type { Answer, Auth, Description, Exchange, Shape } from '../../procedures/described/description.ts';
import { usual } from '../../procedures/described/usual.ts';
import { pick } from '../../ui/language.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText, type Text } from '../words.ts';
import { spanOf } from './span.ts';
import { typeWords } from './type-words.ts';
import { useStock } from './use-stock.ts';

/** What a connector does, in plain words. */
export const Told = ({ description }: { description: Description }) => {
  const text = useText();
  const language = useLanguage();
  const { title, about, system, inputs, answer, call, later, auth, source, mark } = description;
  const { attempts = usual.attempts, firstSeconds = usual.firstSeconds, longestSeconds = usual.longestSeconds } = description.retry ?? {};
  const rows = [
    { label: text('connectorSystem'), value: <><code>{system}</code><Reach system={system} /></> },
    { label: text('connectorCall'), value: <code>{call.method} {call.path}</code> },
    { label: text('connectorInputs'), value: <Properties of={inputs} /> },
    { label: text('connectorAnswer'), value: <Properties of={answer} /> },
    { label: text('connectorMeans'), value: <Means answers={call.answers} /> },
    { label: text('connectorLater'), value: laterWords(text, later), more: later && <Means answers={'poll' in later ? later.poll.answers : later.callback.answers} /> },
    { label: text('connectorRetry'), value: text('connectorRetryWords', { attempts, first: span(text, firstSeconds), longest: span(text, longestSeconds) }) },
    { label: text('connectorTimeout'), value: span(text, call.timeoutSeconds ?? usual.timeoutSeconds) },
    { label: text('connectorKey'), value: keyWords(text, call) },
    { label: text('connectorAuth'), value: authWords(text, auth) },
    { label: text('source'), value: source, more: <span className="muted">{text(`mark_${mark}`)}</span> },
  ];
  return (
    <section>
      <h2>{pick(title, language)}</h2>
      {about && <p>{pick(about, language)}</p>}
      <SummaryList rows={rows.map(({ label, value, more }) => ({ label, value: more ? <>{value}<span className="block">{more}</span></> : value }))} />
    </section>
  );
};

const span = (text: Text, seconds: number): string => {
  const { count, unit } = spanOf(seconds);
  return text(`connectorSpan_${unit}`, { count });
};

/** Whether the installation reaches the system; what it does where it does not. */
const Reach = ({ system }: { system: string }) => {
  const text = useText();
  const stock = useStock().data;
  return stock ? <span className="block muted">{text(stock.systems === null ? 'connectorReachPlayed' : stock.systems.includes(system) ? 'connectorReachKnown' : 'connectorReachNone')}</span> : null;
};

const Properties = ({ of: shape }: { of: Shape }) => {
  const text = useText();
  const entries = Object.entries(shape.properties ?? {});
  if (entries.length === 0) return typeWords(text, shape);
  return (
    <ul className="connector-facts">
      {entries.map(([name, property]) => (
        <li key={name}><code>{name}</code>{property.title !== undefined && ` · ${property.title}`}: {typeWords(text, property)}{!shape.required?.includes(name) && <span className="muted"> ({text('connectorOptional')})</span>}</li>
      ))}
    </ul>
  );
};

const Means = ({ answers }: { answers: readonly Answer[] }) => {
  const text = useText();
  const meant = ({ means, code }: Answer): ReactNode => text(`connectorMeans_${means}`, { code: code ?? '' });
  return (
    <ul className="connector-facts">
      {answers.map((answer, index) => <li key={index}><code>{[answer.status].flat().join(', ')}</code>{answer.when !== undefined && <> {text('connectorWhen')} <code>{answer.when}</code></>}: {meant(answer)}</li>)}
    </ul>
  );
};

function laterWords(text: Text, later: Description['later']): string {
  if (later === undefined) return text('connectorLaterNone');
  if ('callback' in later) return text('connectorLaterCallback', { for: span(text, later.callback.forSeconds) });
  return text('connectorLaterPoll', { every: span(text, later.poll.everySeconds), for: span(text, later.poll.forSeconds) });
}

function keyWords(text: Text, { idempotency }: Exchange): ReactNode {
  if (idempotency === undefined) return text('connectorKeyNone');
  const [[place, name] = ['', '']] = Object.entries(idempotency);
  return <>{text(`connectorKey_${place}` as 'connectorKey_header')} <code>{name}</code></>;
}

function authWords(text: Text, auth: Auth | undefined): ReactNode {
  if (auth === undefined) return text('connectorAuthNone');
  const secrets = auth.scheme === 'basic' ? [auth.user, auth.password] : [auth.secret];
  return <>{text(`connectorAuth_${auth.scheme}`)} <code>{secrets.join(', ')}</code></>;
}
