import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { DesignerPackage } from '../../server/api/designer.ts';
import type { Calls } from '../../server/api/calls.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { queryOf } from '../../ui/query.ts';
import { Table } from '../../ui/table.tsx';
import { standingOf } from '../package/bench.ts';
import { forgetSaved } from '../package/file-text.ts';
import { Load } from '../shell/load.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { CalledProcedure } from './called-procedure.tsx';
import { Callers } from './callers.tsx';
import './calls.css';

interface Props {
  readonly opened: DesignerPackage;
  /** Something lies on the bench that is not saved: what would be taken is of the saved draft. */
  readonly isDirty: boolean;
  readonly onStep: (element: string) => void;
}

/** What the package calls: processes of its own, and other procedures in the version that is pinned. */
export const CallsPage = ({ opened: { key, draft }, isDirty, onStep }: Props) => {
  const query = useQuery(queryOf('GET /api/designer/procedures/:key/calls', { params: { key } }));
  return <Load of={query}>{(calls) => <Told packageKey={key} seen={standingOf(draft)} calls={calls} isDirty={isDirty} onStep={onStep} />}</Load>;
};

type Process = Calls['processes'][number];

const isNewer = ({ live, draft, next }: Calls['procedures'][number]): boolean => next !== null && (draft ?? live) !== null && (draft ?? live) !== next;

const Told = ({ packageKey: key, seen, calls, isDirty, onStep }: { packageKey: string; seen: ReturnType<typeof standingOf>; calls: Calls; isDirty: boolean; onStep: (element: string) => void }) => {
  const text = useText();
  const client = useQueryClient();
  const [, go] = useLocation();
  const { processes, procedures, missing, dynamic } = calls;
  const taking = useAct(async () => {
    await call('POST /api/designer/procedures/:key/calls/take', { params: { key }, body: seen });
    await forgetSaved(client, key);
    go(`/packages/${key}/review`);
  });
  const nameCell = ({ name }: Process) => name;
  const fileCell = ({ path }: Process) => <code>{path}</code>;
  const callersCell = ({ callers }: Process) => (callers.length === 0 ? text('nobodyCalls') : <Callers callers={callers} onStep={onStep} />);
  const own = processes.filter(({ path, callers }) => path !== 'process.bpmn' || callers.length > 0);
  if (procedures.length + own.length + missing.length + dynamic.length === 0) return <EmptyState title={text('callsNone')}><p>{text('callsNoneHint')}</p></EmptyState>;
  return (
    <div className="calls">
      <p>{text('callsLead')}</p>
      {missing.length > 0 && (
        <Notice kind="danger" title={text('callsMissing')}>
          <ul>{missing.map(({ element, name, called }) => <li key={element}><Button kind="quiet" onClick={() => onStep(element)}>{text('callsMissingOf', { name, called })}</Button></li>)}</ul>
        </Notice>
      )}
      {procedures.length > 0 && <h2>{text('calledProcedures')}</h2>}
      {procedures.map((called) => <CalledProcedure key={called.key} called={called} onStep={onStep} />)}
      {procedures.some(isNewer) && (isDirty ? <p>{text('takeCalledFirst')}</p> : <Button kind="main" busy={taking.busy} onClick={() => taking.run()}>{text('takeCalled')}</Button>)}
      {taking.problem && <ProblemView error={taking.problem} />}
      {own.length > 0 && (
        <>
          <h2>{text('ownProcesses')}</h2>
          <Table
            caption={text('ownProcesses')} captionHidden rows={own} rowKey={({ id }) => id}
            columns={[
              { key: 'name', title: text('processName'), heading: true, cell: nameCell },
              { key: 'file', title: text('processFile'), cell: fileCell },
              { key: 'callers', title: text('calledFrom'), cell: callersCell },
            ]}
          />
        </>
      )}
      {dynamic.length > 0 && <><h2>{text('callsDynamic')}</h2><Callers callers={dynamic} onStep={onStep} /></>}
    </div>
  );
};
