import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import type { History } from '../../server/api/history.ts';
import { placeOf, placeWords } from '../../engine/element-words.ts';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { ChooseVersions, versionTitle } from './choose-versions.tsx';
import { firstFigures, type Figures } from './first-figures.ts';
import type { ProcessText } from './insight-page.tsx';
import { NumberField } from './number-field.tsx';
import { SimulationOutcome } from './simulation-outcome.tsx';
import { simulateBeside } from './simulate-beside.ts';
import type { Answer } from './simulation.worker.ts';
import { asEdited, useSide, type ReadSide } from './use-side.ts';

interface SimulationViewProps {
  opened: DesignerPackage;
  process: ProcessText;
  limit: string;
  nameOf: (id: string) => string;
}

/** So many dossiers, so many people, so many times: how long it takes, who is busy, what another version or one person more would change. */
export const SimulationView = ({ opened, process, limit, nameOf }: SimulationViewProps) => {
  const text = useText();
  const { key, versions } = opened;
  const isEdited = opened.changed.length > 0 || versions.length === 0;
  const [first, setFirst] = useState(asEdited);
  const [other, setOther] = useState((isEdited && versions.find(({ current }) => current)?.hash) || '');
  const [typed, setTyped] = useState<Partial<Figures>>({});
  const [calendar, setCalendar] = useState('');
  const history = useQuery({ ...queryOf('GET /api/designer/procedures/:key/history', { params: { key }, query: { days: '365', ...(calendar !== '' && { calendar }) } }), placeholderData: keepPreviousData });
  const edited = process.text === undefined ? undefined : { path: process.path, process: process.text, limit };
  const [firstSide, otherSide] = [useSide(opened, first, edited), useSide(opened, other, edited)];
  const titleOf = (choice: string): string => versionTitle(versions, choice, text);
  return (
    <>
      <p className="insight-lead">{text('simLead')}</p>
      <div className="row insight-filters">
        <ChooseVersions versions={versions} first={first} other={other} nothing={text('simAgainstNone')} onChoose={(one, another) => { setFirst(one); setOther(another); }} />
      </div>
      <Load of={history}>{(past) => (
        <Load of={firstSide}>{(one) => (other === '' ? <Sides key={first} opened={opened} history={past} typed={typed} onType={setTyped} calendar={calendar} onCalendar={setCalendar} sides={[one]} names={[titleOf(first)]} nameOf={nameOf} /> : (
          <Load of={otherSide}>{(another) => <Sides key={`${first} ${other}`} opened={opened} history={past} typed={typed} onType={setTyped} calendar={calendar} onCalendar={setCalendar} sides={[one, another]} names={[titleOf(first), titleOf(other)]} nameOf={nameOf} />}</Load>
        ))}</Load>
      )}</Load>
    </>
  );
};

interface SidesProps {
  opened: DesignerPackage;
  history: History;
  typed: Partial<Figures>;
  onType: (typed: Partial<Figures>) => void;
  /** The calendar that is chosen in place of the procedure’s own. */
  calendar: string;
  onCalendar: (id: string) => void;
  sides: readonly ReadSide[];
  names: readonly string[];
  nameOf: (id: string) => string;
}

const runsToChoose = [10, 20];

const Sides = ({ opened, history, typed, onType: setTyped, calendar, onCalendar, sides, names, nameOf }: SidesProps) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const definitions = useMemo(() => sides.flatMap(({ definition }) => definition ?? []), [sides]);
  const [runs, setRuns] = useState(runsToChoose[0]!);
  const [answer, setAnswer] = useState<{ readonly of: Answer; readonly asked: number; readonly by: string }>();
  const [done, setDone] = useState<number>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  if (definitions.length < sides.length) return <Notice kind="danger" title={text('simCannot')} />;
  const first = firstFigures(definitions, history, opened.roles);
  const figures: Figures = { ...first, ...typed, staff: { ...first.staff, ...typed.staff }, steps: { ...first.steps, ...typed.steps }, ways: { ...first.ways, ...typed.ways } };
  const roleName = (role: string) => pick(opened.roles.find((one) => one.role === role)?.name ?? { vi: role, en: role }, language);
  const stepName = (step: string) => {
    const definition = definitions.find(({ nodes }) => nodes[step] !== undefined);
    return definition === undefined ? nameOf(step) : placeWords(placeOf(definition, definition.nodes[step]!, language), language);
  };
  const wayName = (flow: string) => {
    const definition = definitions.find(({ flows }) => flows[flow] !== undefined);
    const way = definition?.flows[flow];
    const source = way?.source ?? flow.split('/')[0] ?? '';
    return definitions[0]?.machine ? `${stepName(source)}: ${nameOf(flow)}` : way === undefined ? flow : `${stepName(source)} → ${way.name ?? stepName(way.target)}`;
  };
  const by = JSON.stringify([figures, history.calendar.id]);
  const run = () => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setDone(0);
    const tell = (of: Answer) => {
      setAnswer({ of, asked: runs, by });
      setDone(undefined);
    };
    const question = { sides: sides.map(({ text: side }) => side), calendar: history.calendar.data, plan: { ...figures, from: history.at }, runs };
    simulateBeside(question, stop.signal, setDone).then(tell, (fault: Error) => tell({ failed: fault.message }));
  };
  const within = (group: 'staff' | 'steps' | 'ways', of: string) => ({ value: figures[group][of] ?? 0, onChange: (value: number) => setTyped({ ...typed, [group]: { ...typed[group], [of]: value } }) });
  const { several, failed } = answer?.of ?? {};
  // what was simulated is not what stands above it any more
  const isOld = answer !== undefined && done === undefined && (answer.asked !== runs || answer.by !== by);
  return (
    <>
      <div className="sim-figures">
        <NumberField id={`${id}-arrivals`} label={text('simArrivals')} least={0.1} most={500} value={figures.arrivals} onChange={(arrivals) => setTyped({ ...typed, arrivals })} />
        <NumberField id={`${id}-days`} label={text('simDays')} least={1} most={250} value={figures.days} onChange={(days) => setTyped({ ...typed, days })} />
        <div className="sim-field">
          <label htmlFor={`${id}-runs`}>{text('simRuns')}</label>
          <select id={`${id}-runs`} className="control" value={runs} onChange={({ currentTarget: { value } }) => setRuns(Number(value))}>{runsToChoose.map((count) => <option key={count} value={count}>{count}</option>)}</select>
        </div>
        {opened.calendars.some((one) => one.id !== history.calendar.id) && (
          <div className="sim-field">
            <label htmlFor={`${id}-calendar`}>{text('whichCalendar')}</label>
            <select id={`${id}-calendar`} className="control" value={calendar || history.calendar.id} onChange={({ currentTarget: { value } }) => onCalendar(value)}>{opened.calendars.map(({ id: one, name }) => <option key={one} value={one}>{pick(name, language)}</option>)}</select>
          </div>
        )}
        {Object.keys(figures.staff).map((role) => <NumberField key={role} id={`${id}-${role}`} label={text('simStaffOf', { role: roleName(role) })} least={1} most={500} {...within('staff', role)} />)}
      </div>
      <details className="sim-details">
        <summary>{text('simWork')}</summary>
        <div className="sim-figures">{Object.keys(figures.steps).map((step) => <NumberField key={step} id={`${id}-${step}`} label={stepName(step)} least={1} most={10_000} {...within('steps', step)} />)}</div>
      </details>
      <details className="sim-details">
        <summary>{text('simWays')}</summary>
        <div className="sim-figures">{Object.keys(figures.ways).map((way) => <NumberField key={way} id={`${id}-${way}`} label={wayName(way)} least={0} most={1_000_000} {...within('ways', way)} />)}</div>
      </details>
      <p><Button kind="main" busy={done !== undefined} onClick={run}>{text('simGo')}</Button></p>
      {done !== undefined && <p className="muted">{text('simRunning', { done, runs })} <progress className="sim-progress" value={done} max={runs} aria-label={text('simRunning', { done, runs })} /></p>}
      <div aria-live="polite">
        {isOld && <Notice kind="soon" title={text('simOld')} />}
        {answer && done === undefined && (several ? <SimulationOutcome several={several} asked={answer.asked} names={names} nameOf={stepName} roleName={roleName} /> : failed !== undefined ? <Notice kind="danger" title={text('simFailed')}><p>{text('simFailedHint')}</p><p className="finding-exact" lang="en">{failed}</p><Button small onClick={run}>{text('retryNow')}</Button></Notice> : <Notice kind="danger" title={text('simCannot')} />)}
      </div>
      <p className="muted small">{text('simMethod')}</p>
    </>
  );
};
