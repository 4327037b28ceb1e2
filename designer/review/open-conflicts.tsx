import { Link } from 'wouter';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { useText } from '../words.ts';

/** Warns, before publishing, of what sources disagree about; nothing where they do not, or while `procedure.json` is not there or cannot be read. */
export const OpenConflicts = ({ packageKey, source }: { packageKey: string; source: string | undefined }) => {
  const text = useText();
  const language = useLanguage();
  const reading = readProcedure(source ?? '');
  if ('fault' in reading || reading.procedure.conflicts.length === 0) return undefined;
  const { conflicts } = reading.procedure;
  return (
    <Notice kind="soon" title={text('conflictsOpen', { count: conflicts.length })}>
      <ul>{conflicts.map(({ id, subject, flag }) => <li key={id}>{pick(subject, language)}: {pick(flag, language)}</li>)}</ul>
      <Link href={`/packages/${packageKey}/about`}>{text('conflictsSee')}</Link>
    </Notice>
  );
};
