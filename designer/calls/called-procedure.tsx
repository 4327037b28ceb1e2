import { Link } from 'wouter';
import type { Calls } from '../../server/api/calls.ts';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { Callers } from './callers.tsx';

type Called = Calls['procedures'][number];

/** How the version that is pinned stands to the one that would be taken now. */
const standing = ({ fixed, live, draft, next }: Called) => {
  if (fixed !== null) return { tone: 'plain', word: 'calledFixed' } as const;
  if ((draft ?? live) === null) return { tone: 'open', word: 'calledFirst' } as const;
  if ((draft ?? live) !== next) return { tone: 'soon', word: 'calledNewer' } as const;
  return live === next ? ({ tone: 'done', word: 'calledNewest' } as const) : ({ tone: 'open', word: 'calledTaken' } as const);
};

/** Another procedure that is called: by which steps, in which version now, and in which after publishing. */
export const CalledProcedure = ({ called, onStep }: { called: Called; onStep: (element: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const { key, fixed, live, draft, next, callers } = called;
  const { tone, word } = standing(called);
  const name = pick(called.name, language);
  const version = (number: number | null): string => (number === null ? text('calledUnknown') : text('calledVersion', { number }));
  return (
    <article className="called-procedure">
      <h3>{name} <code className="muted">{key}</code></h3>
      <p><State tone={tone} word={text(word, { number: fixed ?? 0 })} /></p>
      <dl className="called-facts">
        <dt>{text('calledFrom')}</dt><dd><Callers callers={callers} onStep={onStep} /></dd>
        <dt>{text('calledLive')}</dt><dd>{version(live)}</dd>
        {draft !== null && <><dt>{text('calledDraft')}</dt><dd>{version(draft)}</dd></>}
        <dt>{text('calledNext')}</dt><dd>{version(next)}</dd>
      </dl>
      <p><Link href={`/packages/${key}`}>{text('openCalled', { name })}</Link></p>
    </article>
  );
};
