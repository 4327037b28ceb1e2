import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useFileChoices } from '../package/file-names.ts';
import { useFileText } from '../package/file-text.ts';
import type { Checking } from '../package/use-check.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { FormEditor } from './form-editor.tsx';
import './forms.css';
import { useFormFixers } from './form-fixers.ts';
import { NewForm } from './new-form.tsx';

const first = 'application';

/** The forms of a package, one open at a time. */
export const FormsPage = ({ opened, form, checking }: { opened: DesignerPackage; form: string; checking: Checking }) => {
  const text = useText();
  const [, go] = useLocation();
  const names = opened.draft.files.flatMap(({ path }) => (/^forms\/[^/]+\.json$/.test(path) ? [path.slice('forms/'.length, -'.json'.length)] : []));
  const name = form || (names.includes(first) ? first : (names[0] ?? ''));
  const path = `forms/${name}.json`;
  const findings = checking.findings ?? [];
  const options = useFileChoices(opened, 'forms').map(({ value, label }) => {
    const count = findings.filter(({ file }) => file === `forms/${value}.json`).length;
    return { value, label: count > 0 ? `${label} (${text('findingCount', { count })})` : label };
  });
  const here = useMemo(() => (checking.findings ?? []).filter((one) => one.file === path), [checking.findings, path]);
  const fixers = useFormFixers(opened.key);
  const file = useFileText(opened.key, path, names.includes(name));
  return (
    <>
      <Select id="which-form" label={text('whichForm')} value={name} options={options} onChange={(next) => go(`/packages/${opened.key}/forms/${next}`)} />
      <NewForm opened={opened} />
      {!names.includes(name) && <p>{text('noSuchForm', { form: name })}</p>}
      {file.query.error && file.text === undefined && <ProblemView error={file.query.error} retry={() => void file.query.refetch()} />}
      {names.includes(name) && file.text === undefined && !file.query.error && <Skeleton />}
      {file.text !== undefined && file.saved !== undefined && <FormEditor key={path} packageKey={opened.key} path={path} text={file.text} saved={file.saved} findings={here} fixers={fixers} />}
    </>
  );
};
