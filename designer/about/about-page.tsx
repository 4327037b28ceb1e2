import { useMemo, type ReactNode } from 'react';
import { expand, type ExpandedForm } from '../../forms/expand.ts';
import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FindingActs } from '../findings/acts.ts';
import { sorted } from '../findings/sorted.ts';
import { FixOffers } from '../fixes/fix-offers.tsx';
import { printLike } from '../forms/print-json.ts';
import { readForm } from '../forms/read-form.ts';
import { feelNamesFor } from '../forms/rules/questions.ts';
import { edit } from '../package/bench.ts';
import { useFileText } from '../package/file-text.ts';
import type { Checking } from '../package/use-check.ts';
import { ofTheDraft } from '../package/use-undo.ts';
import { useText } from '../words.ts';
import './about.css';
import { withAt, type Path } from './change.ts';
import { Contents } from './contents.tsx';
import { Codes } from './codes.tsx';
import { Conflicts } from './conflicts.tsx';
import { Findings } from '../findings/findings.tsx';
import { Holding } from './holding.tsx';
import { Law } from './law.tsx';
import { LookUps } from './look-ups.tsx';
import { MendedHere } from './mended-here.tsx';
import { Naming } from './naming.tsx';
import { Notices } from './notices.tsx';
import { Outside } from './outside.tsx';
import { Papers } from './papers.tsx';
import { OwnRolesPart } from './own-roles-part.tsx';
import { ParametersPart } from './parameters.tsx';
import { aboutParts, partId, placeOf, type AboutPart } from './place-of.ts';
import { readProcedure } from './read-procedure.ts';
import { Registers } from './registers.tsx';
import { Service } from './service.tsx';
import { Sheet } from './sheet.tsx';
import { sourcedBy, writtenLaws } from './sources-at-once.ts';

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
  const put = (at: Path, next: unknown) => edit(key, path, printLike(withAt(procedure, at, next), saved), saved, at.join(' '));
  const findings = sorted(checking.findings ?? []).filter(({ file }) => file === path);
  const places = new Map(findings.map((finding) => [finding, placeOf(procedure, finding.element)]));
  /** What a part tells beside its own rows. */
  const own = new Set(['papers', 'notices', 'look-ups', 'outside', 'parameters', 'roles']);
  const told = (part: AboutPart) => findings.filter((finding) => places.get(finding)?.part === part);
  const parts: Readonly<Record<AboutPart, { readonly title: string; readonly hint?: string; readonly children: ReactNode }>> = {
    naming: { title: text('aboutNaming'), children: <Naming procedure={procedure} put={put} /> },
    service: { title: text('aboutService'), children: <Service procedure={procedure} put={put} /> },
    codes: { title: text('aboutCodes'), hint: text('aboutCodesHint'), children: <Codes procedure={procedure} put={put} /> },
    law: { title: text('aboutLaw'), hint: text('aboutLawHint'), children: <Law procedure={procedure} put={put} /> },
    held: { title: text('aboutHeld'), hint: text('aboutHeldHint'), children: <Holding opened={opened} procedure={procedure} /> },
    conflicts: { title: text('aboutConflicts', { count: procedure.conflicts.length }), hint: text('aboutConflictsHint'), children: <Conflicts of={procedure.conflicts} named={expanded ? feelNamesFor(expanded, '', 'show') : []} /> },
    papers: { title: text('aboutPapers'), hint: text('aboutPapersHint'), children: <Papers procedure={procedure} put={put} fields={fields} findings={findings} /> },
    registers: { title: text('aboutRegisters'), hint: text('aboutRegistersHint'), children: <Registers procedure={procedure} put={put} findings={(checking.findings ?? []).filter(({ rule }) => rule === 'register-exists')} /> },
    roles: { title: text('aboutRoles'), hint: text('aboutRolesHint'), children: <OwnRolesPart opened={opened} procedure={procedure} put={put} findings={told('roles')} /> },
    notices: { title: text('aboutNotices'), hint: text('aboutNoticesHint'), children: <Notices procedure={procedure} put={put} findings={findings} /> },
    'look-ups': { title: text('aboutLookUps'), hint: text('aboutLookUpsHint'), children: <LookUps procedure={procedure} put={put} form={expanded} findings={told('look-ups')} /> },
    outside: { title: text('aboutOutside'), hint: text('aboutOutsideHint'), children: <Outside procedure={procedure} put={put} findings={findings} /> },
    parameters: { title: text('aboutParameters'), hint: text('aboutParametersHint'), children: <ParametersPart procedure={procedure} put={put} findings={told('parameters')} /> },
    sheet: { title: text('aboutSheet'), hint: text('aboutSheetHint'), children: <Sheet opened={opened} procedure={procedure} put={put} /> },
  };
  const acts = ({ rule, element }: Finding) => rule === 'filled-in' && element === 'source' && (
    <FixOffers about="sources" fixes={writtenLaws(procedure).map((law) => ({ say: text('fixSources', { source: law.number }), run: () => put([], sourcedBy(procedure, law)) }))} onDone={() => undefined} />
  );
  return (
    <FindingActs.Provider value={acts}>
    <div className="about" {...ofTheDraft}>
      <Contents items={aboutParts.map((part) => ({ id: partId(part), title: parts[part].title, count: told(part).length }))} />
      <div className="about-parts">
        <Findings of={findings.filter((finding) => places.get(finding) === undefined)} />
        {aboutParts.map((part) => {
          const { title, hint, children } = parts[part];
          return (
            <section key={part} id={`${partId(part)}-part`} aria-labelledby={partId(part)} className="about-part">
              <h2 id={partId(part)}>{title}</h2>
              {hint && <p className="muted">{hint}</p>}
              {!own.has(part) && <MendedHere of={told(part)} places={places} head={partId(part)} />}
              {children}
            </section>
          );
        })}
      </div>
    </div>
    </FindingActs.Provider>
  );
};

/** The application form, where it can be read. */
function expandedForm(source: string | undefined): ExpandedForm | undefined {
  const reading = source === undefined ? undefined : readForm(source);
  return reading !== undefined && 'form' in reading ? expand(reading.form) : undefined;
}
