import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { Definition } from '../../engine/definition.ts';
import type { SimulationPlan } from '../../procedures/simulation/plan.ts';
import { forksOf } from '../../procedures/simulation/forks.ts';
import { usualMinutesOf } from '../../procedures/simulation/simulate.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import type { History } from '../../server/api/history.ts';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { readDefinition } from '../review/read-definition.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import type { ProcessText } from './insight-page.tsx';
import { NumberField } from './number-field.tsx';
import { SimulationOutcome } from './simulation-outcome.tsx';
import type { Procedure } from '../../procedures/procedure.ts';
import { simulateBeside } from './simulate-beside.ts';
import type { Answer, Question } from './simulation.worker.ts';

interface SimulationViewProps {
  opened: DesignerPackage;
  process: ProcessText;
  limit: string;
  nameOf: (id: string) => string;
}

/** So many dossiers, so many people: how long it takes, who is busy, and what one person more would change. */
export const SimulationView = (props: SimulationViewProps) => {
  const text = useText();
  const { opened: { key, versions }, process: { path, text: edited } } = props;
  const live = versions.find(({ current }) => current);
  const history = useQuery(queryOf('GET /api/designer/procedures/:key/history', { params: { key }, query: { days: '365' } }));
  const liveFile = (file: string) => ({ ...queryOf('GET /api/designer/procedures/:key/file', { params: { key }, query: { path: file, ...(live && { version: live.hash }) } }), enabled: live !== undefined, retry: false });
  const [liveProcess, liveProcedure] = [useQuery(liveFile(path)).data?.text, useQuery(liveFile('procedure.json')).data?.text];
  const [definition, setDefinition] = useState<Definition | 'faulty'>();
  useEffect(() => {
    const life = { over: false };
    const read = async () => {
      const found = edited === undefined ? undefined : await readDefinition(path, edited);
      if (!life.over) setDefinition(found ?? 'faulty');
    };
    void read();
    return () => void (life.over = true);
  }, [path, edited]);
  if (definition === 'faulty') return <Notice kind="danger" title={text('simCannot')} />;
  return <Load of={history}>{(data) => (definition === undefined ? null : <Simulation {...props} edited={edited ?? ''} history={data} definition={definition} live={liveProcess === undefined || liveProcedure === undefined ? undefined : { process: liveProcess, limit: limitIn(liveProcedure) }} />)}</Load>;
};

/** The time by law as a published version has it. */
const limitIn = (procedure: string): string => (JSON.parse(procedure) as Pick<Procedure, 'timeLimit'>).timeLimit.limit;

type Figures = Pick<SimulationPlan, 'arrivals' | 'days' | 'staff' | 'steps' | 'ways'>;

/** What is supposed at first: what real dossiers did, and who is there. */
function firstFigures(definition: Definition, history: History, roles: DesignerPackage['roles']): Figures {
  const people = stepsOf(definition);
  const counts = new Map(history.ways.map(({ flow, count }) => [flow, count]));
  const asked = new Set(people.map(({ role }) => role));
  return {
    arrivals: history.perDay > 0 ? Math.max(0.1, Math.round(history.perDay * 10) / 10) : 2, days: 60,
    staff: Object.fromEntries(roles.flatMap(({ role, people: count }) => (role !== 'applicant' && asked.has(role) ? [[role, Math.max(1, count)]] : []))),
    steps: Object.fromEntries(people.map(({ id }) => [id, usualMinutesOf(definition, id)])),
    ways: Object.fromEntries(forksOf(definition).filter(({ ways, mayStay }) => ways.length > 1 || mayStay).flatMap(({ ways }) => {
      // a way into several regions is counted by the first of its flows
      const taken = (flow: string) => counts.get(flow) ?? counts.get(`${flow}.1`);
      const known = ways.some(({ flow }) => taken(flow) !== undefined);
      return ways.map(({ flow }) => [flow, known ? (taken(flow) ?? 0) : 1]);
    })),
  };
}

const stepsOf = ({ nodes }: Definition) => Object.values(nodes).flatMap(({ id, kind, step: { role } }) => (kind === 'userTask' ? [{ id, role }] : []));

const Simulation = ({ opened, process, edited, limit, nameOf, history, definition, live }: SimulationViewProps & { edited: string; history: History; definition: Definition; live: Question['live'] }) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const [figures, setFigures] = useState(() => firstFigures(definition, history, opened.roles));
  const [answer, setAnswer] = useState<Answer>();
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const roleName = (role: string) => pick(opened.roles.find((one) => one.role === role)?.name ?? { vi: role, en: role }, language);
  const run = () => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setBusy(true);
    const tell = (told: Answer) => {
      setAnswer(told);
      setBusy(false);
    };
    const question: Question = { path: process.path, edited, live, calendar: history.calendar, plan: { ...figures, from: history.at, limit, seed: 1 } };
    simulateBeside(question, stop.signal).then(tell, (fault: Error) => tell({ failed: fault.message }));
  };
  const wayName = (flow: string) => {
    const way = definition.flows[flow];
    const source = way?.source ?? flow.split('/')[0] ?? '';
    return definition.machine ? `${nameOf(source)}: ${nameOf(flow)}` : way === undefined ? flow : `${nameOf(source)} → ${way.name ?? nameOf(way.target)}`;
  };
  const within = (group: 'staff' | 'steps' | 'ways', of: string) => ({ value: figures[group][of] ?? 0, onChange: (value: number) => setFigures({ ...figures, [group]: { ...figures[group], [of]: value } }) });
  return (
    <>
      <p className="insight-lead">{text('simLead')}</p>
      <div className="sim-figures">
        <NumberField id={`${id}-arrivals`} label={text('simArrivals')} least={0.1} most={500} value={figures.arrivals} onChange={(arrivals) => setFigures({ ...figures, arrivals })} />
        <NumberField id={`${id}-days`} label={text('simDays')} least={1} most={250} value={figures.days} onChange={(days) => setFigures({ ...figures, days })} />
        {Object.keys(figures.staff).map((role) => <NumberField key={role} id={`${id}-${role}`} label={text('simStaffOf', { role: roleName(role) })} least={1} most={500} {...within('staff', role)} />)}
      </div>
      <details className="sim-details">
        <summary>{text('simWork')}</summary>
        <div className="sim-figures">{Object.keys(figures.steps).map((step) => <NumberField key={step} id={`${id}-${step}`} label={nameOf(step)} least={1} most={10_000} {...within('steps', step)} />)}</div>
      </details>
      <details className="sim-details">
        <summary>{text('simWays')}</summary>
        <div className="sim-figures">{Object.keys(figures.ways).map((way) => <NumberField key={way} id={`${id}-${way}`} label={wayName(way)} least={0} most={1_000_000} {...within('ways', way)} />)}</div>
      </details>
      <p><Button kind="main" busy={busy} onClick={run}>{text('simGo')}</Button></p>
      <div aria-live="polite">
        {busy && <p className="muted">{text('simRunning')}</p>}
        {answer && !busy && (answer.edited ? <SimulationOutcome answer={{ ...answer, edited: answer.edited }} nameOf={nameOf} roleName={roleName} /> : answer.failed !== undefined ? <Notice kind="danger" title={text('simFailed')}><p>{text('simFailedHint')}</p><p className="finding-exact" lang="en">{answer.failed}</p><Button small onClick={run}>{text('retryNow')}</Button></Notice> : <Notice kind="danger" title={text('simCannot')} />)}
      </div>
      <p className="muted small">{text('simMethod')}</p>
    </>
  );
};
