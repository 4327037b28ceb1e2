import { useEffect, useState } from 'react';
import type { LetterTried } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Pdf } from '../../ui/pdf.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { isProblem, type Problem } from '../../ui/problem.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { changedTexts, useBench, type Bench } from '../package/bench.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import type { Lexicon } from './lexicon.ts';

const restMilliseconds = 500;

/** The paper as it would be issued now, saved or not, a moment after the last change; the last good one stays while the letter has a fault. */
export const LetterPreview = ({ packageKey: key, letter, lexicon }: { packageKey: string; letter: string; lexicon: Lexicon }) => {
  const text = useText();
  const language = useLanguage();
  const bench = useBench(key);
  const [scenario, setScenario] = useState<string>();
  const [tried, setTried] = useState<LetterTried & { readonly about: Bench }>();
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      try {
        const answer = await call('POST /api/designer/procedures/:key/letters/:letter/try', { params: { key, letter }, body: { files: changedTexts(bench), ...(scenario !== undefined && { scenario }) }, signal: stop.signal });
        setProblem(undefined);
        setTried({ ...answer, about: bench });
        if (answer.pdf !== null) setAddress(URL.createObjectURL(new Blob([bytesOf(answer.pdf)], { type: 'application/pdf' })));
      } catch (error) {
        if (stop.signal.aborted) return;
        if (!isProblem(error)) throw error;
        setProblem(error);
      }
    };
    const timer = setTimeout(() => void look(), restMilliseconds);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key, letter, bench, scenario]);
  useEffect(() => (address === undefined ? undefined : () => URL.revokeObjectURL(address)), [address]);
  return (
    <section className="letter-preview" aria-labelledby="letter-preview">
      <h2 id="letter-preview">{text('letterPreview')}</h2>
      {problem && <ProblemView error={problem} />}
      {tried && tried.samples.length > 0 && (
        <Select id="letter-sample" label={text('letterSample')} value={tried.sample ?? ''} options={[...tried.samples].toSorted((one, other) => Number(other.issues) - Number(one.issues)).map(({ file, name, issues }) => ({ value: file, label: `${pick(name, language)}${issues ? '' : ` (${text('letterSampleNotIssued')})`}` }))} onChange={setScenario} />
      )}
      <div aria-live="polite">
        {tried?.about !== bench && tried && <p className="muted small">{text('letterPreviewStale')}</p>}
        {tried && tried.problems.length > 0 && <Notice kind="danger" title={text('letterPreviewFaulty')}><ul lang="en">{tried.problems.slice(0, 5).map((one) => <li key={one}>{one}</li>)}</ul></Notice>}
        {tried && tried.problems.length === 0 && tried.sample === null && <Notice kind="soon" title={text('letterNoSample')} />}
        {tried && tried.sample !== null && tried.missing.length > 0 && <Notice kind="soon" title={text('letterMissing')}><p>{tried.missing.map((feel) => lexicon.shown(`{{ ${feel} }}`)).map((shown) => (shown.startsWith('«') ? shown.replace(/ · .*»$/, '»') : shown)).join(', ')}</p></Notice>}
      </div>
      {address === undefined && !problem && tried?.pdf !== null && <Skeleton />}
      {address !== undefined && <p><a href={address} target="_blank" rel="noreferrer">{text('letterOpenPdf')}</a></p>}
      {address !== undefined && <Pdf className="letter-paper" src={address} title={text('letterPreview')} />}
    </section>
  );
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
