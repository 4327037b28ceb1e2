import { useLocation } from 'wouter';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useFileText } from '../package/file-text.ts';
import type { Checking } from '../package/use-check.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { FormEditor } from './form-editor.tsx';
import './forms.css';

const first = 'application';

/** The forms of a package, one open at a time. */
export const FormsPage = ({ opened, form, checking }: { opened: DesignerPackage; form: string; checking: Checking }) => {
  const text = useText();
  const [, go] = useLocation();
  const names = opened.draft.files.flatMap(({ path }) => (/^forms\/[^/]+\.json$/.test(path) ? [path.slice('forms/'.length, -'.json'.length)] : []));
  const name = form || (names.includes(first) ? first : (names[0] ?? ''));
  const path = `forms/${name}.json`;
  const findings = checking.findings ?? [];
  const label = (one: string) => {
    const count = findings.filter(({ file }) => file === `forms/${one}.json`).length;
    return count > 0 ? `${one} (${text('findingCount', { count })})` : one;
  };
  const file = useFileText(opened.key, path, names.includes(name));
  return (
    <>
      <Select id="which-form" label={text('whichForm')} value={name} options={names.map((one) => ({ value: one, label: label(one) }))} onChange={(next) => go(`/packages/${opened.key}/forms/${next}`)} />
      {!names.includes(name) && <p>{text('noSuchForm', { form: name })}</p>}
      {file.query.error && file.text === undefined && <ProblemView error={file.query.error} retry={() => void file.query.refetch()} />}
      {names.includes(name) && file.text === undefined && !file.query.error && <Skeleton />}
      {file.text !== undefined && file.saved !== undefined && <FormEditor key={path} packageKey={opened.key} path={path} text={file.text} saved={file.saved} findings={findings.filter((one) => one.file === path)} />}
    </>
  );
};
