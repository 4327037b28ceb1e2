import { useMemo, type ReactNode } from 'react';
import { expand, type ExpandedForm } from '../../forms/expand.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { sorted } from '../findings/sorted.ts';
import { printJson } from '../forms/print-json.ts';
import { readForm } from '../forms/read-form.ts';
import { edit } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';
import type { Checking } from '../package/use-check.ts';
import { ofTheDraft } from '../package/use-undo.ts';
import { useText } from '../words.ts';
import './about.css';
import { withAt, type Path } from './change.ts';
import { Codes } from './codes.tsx';
import { Conflicts } from './conflicts.tsx';
import { Findings } from '../findings/findings.tsx';
import { Holding } from './holding.tsx';
import { Law } from './law.tsx';
import { LookUps } from './look-ups.tsx';
import { Naming } from './naming.tsx';
import { Notices } from './notices.tsx';
import { Outside } from './outside.tsx';
import { Papers } from './papers.tsx';
import { ParametersPart } from './parameters.tsx';
import { readProcedure } from './read-procedure.ts';
import { Registers } from './registers.tsx';
import { Service } from './service.tsx';
import { Sheet } from './sheet.tsx';

const path = 'procedure.json';

/** What the procedure is in law and for a citizen: names, limits, law, papers, service sheet. */
export const AboutPage = ({ opened, checking }: { opened: DesignerPackage; checking: Checking }) => {
  const text = useText();
  const { key } = opened;
  const { query, text: source, saved } = useFileText(key, path);
  const reading = useMemo(() => (source === undefined ? undefined : readProcedure(source)), [source]);
  const application = reading && 'procedure' in reading ? `forms/${reading.procedure.forms.application}.json` : '';
  const form = useFileText(key, application, application !== '').text;
  const expanded = useMemo(() => expandedForm(form), [form]);
  const fields = useMemo(() => [...expanded?.fields.values() ?? []].filter(({ widget }) => widget === 'files').map(({ id }) => id), [expanded]);
  if (query.error && source === undefined) return <ProblemView error={query.error} retry={() => void query.refetch()} />;
  if (source === undefined || saved === undefined || reading === undefined) return <Skeleton />;
  if ('fault' in reading) return <Notice kind="danger" title={text('aboutUnreadable')}><p lang="en">{reading.detail}</p></Notice>;
  const { procedure } = reading;
  const put = (at: Path, next: unknown) => edit(key, path, printJson(withAt(procedure, at, next)), saved, at.join(' '));
  const findings = sorted(checking.findings ?? []).filter(({ file }) => file === path);
  const papers = new Set(procedure.components.map(({ code }) => code));
  const part = (id: string, title: string, children: ReactNode, hint?: string) => (
    <section aria-labelledby={id} className="about-part">
      <h2 id={id}>{title}</h2>
      {hint && <p className="muted">{hint}</p>}
      {children}
    </section>
  );
  return (
    <div className="about" {...ofTheDraft}>
      <Findings of={findings.filter(({ element }) => !papers.has(element) && element !== 'lookUps' && element !== 'parameters' && !/^(notices|outside)\./.test(element))} />
      {part('about-naming', text('aboutNaming'), <Naming procedure={procedure} put={put} />)}
      {part('about-service', text('aboutService'), <Service procedure={procedure} put={put} />)}
      {part('about-codes', text('aboutCodes'), <Codes procedure={procedure} put={put} />, text('aboutCodesHint'))}
      {part('about-law', text('aboutLaw'), <Law procedure={procedure} put={put} />, text('aboutLawHint'))}
      {part('about-held', text('aboutHeld'), <Holding opened={opened} procedure={procedure} />, text('aboutHeldHint'))}
      {part('about-conflicts', text('aboutConflicts', { count: procedure.conflicts.length }), <Conflicts of={procedure.conflicts} />, text('aboutConflictsHint'))}
      {part('about-papers', text('aboutPapers'), <Papers procedure={procedure} put={put} fields={fields} findings={findings} />, text('aboutPapersHint'))}
      {part('about-registers', text('aboutRegisters'), <Registers procedure={procedure} put={put} findings={(checking.findings ?? []).filter(({ rule }) => rule === 'register-exists')} />, text('aboutRegistersHint'))}
      {part('about-notices', text('aboutNotices'), <Notices procedure={procedure} put={put} findings={findings} />, text('aboutNoticesHint'))}
      {part('about-look-ups', text('aboutLookUps'), <LookUps procedure={procedure} put={put} form={expanded} findings={findings.filter(({ element }) => element === 'lookUps')} />, text('aboutLookUpsHint'))}
      {part('about-outside', text('aboutOutside'), <Outside procedure={procedure} put={put} findings={findings} />, text('aboutOutsideHint'))}
      {part('about-parameters', text('aboutParameters'), <ParametersPart procedure={procedure} put={put} findings={findings.filter(({ element }) => element === 'parameters')} />, text('aboutParametersHint'))}
      {part('about-sheet', text('aboutSheet'), <Sheet procedure={procedure} put={put} />, text('aboutSheetHint'))}
    </div>
  );
};

/** The application form, where it can be read. */
function expandedForm(source: string | undefined): ExpandedForm | undefined {
  const reading = source === undefined ? undefined : readForm(source);
  return reading !== undefined && 'form' in reading ? expand(reading.form) : undefined;
}
