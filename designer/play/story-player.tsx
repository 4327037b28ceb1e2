import { useQuery } from '@tanstack/react-query';
import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import type { Finding } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { inNames } from '../findings/element-names.ts';
import { ruleWords } from '../findings/rule-words.ts';
import { Select } from '../process/panel/select.tsx';
import { ask } from '../proof/ask.ts';
import type { Texts } from '../proof/read-package.ts';
import { TryAgain } from '../shell/try-again.tsx';
import { useText } from '../words.ts';
import type { Board } from './board.ts';
import type { Frame } from './frames.ts';
import './play.css';
import { speeds, usePlaying } from './use-playing.ts';

interface StoryPlayerProps {
  board: Board;
  finding: Finding;
  /** The package in which it was found. */
  files: Texts;
  nameOf: (id: string) => string | undefined;
  onStop: () => void;
}

/** How a finding comes about: its story as moving tokens, and the same as a list of steps. */
export const StoryPlayer = (props: StoryPlayerProps) => {
  const text = useText();
  const { finding: { counterexample: story = [] }, files } = props;
  // the texts stay the same object as long as the story is played
  const frames = useQuery({ queryKey: ['story', files[bpmnFile], files[statechartFile], story], queryFn: () => ask({ ask: 'play', files, story }), staleTime: Infinity });
  if (frames.error) return <TryAgain words={text('storyFailed')} onTry={() => void frames.refetch()} />;
  return frames.data ? <Story {...props} frames={frames.data} /> : <p className="muted">{text('opening')}</p>;
};

const Story = ({ board, finding, frames, nameOf, onStop }: StoryPlayerProps & { frames: readonly Frame[] }) => {
  const text = useText();
  const exact = useLanguage() === 'vi' ? (finding.messageVi ?? finding.message) : finding.message;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { at, playing, speed, setSpeed, toggle, go } = usePlaying(board, frames);
  useEffect(() => heading.current?.focus(), []);
  const named = (of: string) => nameOf(of) ?? of;
  const sentence = ({ element, chosen }: Frame) => [element === undefined ? text('storyBegins') : named(element), ...chosen.map((flow) => text('storyChosen', { way: named(flow) }))].join(' → ');
  const ends = frames.at(-1)?.at ?? [];
  return (
    <section className="story" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>{text('storyOf', { finding: ruleWords(finding.rule) ?? finding.rule })}</h2>
      <p className="finding-exact">{inNames(exact, nameOf)}</p>
      <div className="row" role="group" aria-label={text('storyControls')}>
        <Button small kind="main" onClick={toggle}><Icon of={playing ? Pause : Play} />{text(playing ? 'storyPause' : 'storyPlay')}</Button>
        <Button small aria-disabled={at === 0} onClick={() => go(at - 1)}><Icon of={SkipBack} />{text('storyBack')}</Button>
        <Button small aria-disabled={at === frames.length - 1} onClick={() => go(at + 1)}><Icon of={SkipForward} />{text('storyStep')}</Button>
        <Button small onClick={onStop}><Icon of={X} />{text('storyStop')}</Button>
      </div>
      <Select id={`${id}-speed`} label={text('storySpeed')} value={String(speed)} options={speeds.map((one) => ({ value: String(one), label: text(`storySpeed_${one === 0.5 ? 'slow' : one === 1 ? 'normal' : 'fast'}`) }))} onChange={(value) => setSpeed(Number(value))} />
      <output className="visually-hidden">{text('storyAt', { number: at + 1, count: frames.length, step: sentence(frames[at]!) })}</output>
      <ol className="story-steps">
        {frames.map((frame, index) => (
          <li key={index}>
            <button type="button" className="story-step" aria-current={index === at ? 'step' : undefined} onClick={() => go(index)}>{sentence(frame)}</button>
          </li>
        ))}
      </ol>
      {ends.length > 0 && <p>{text('storyEnds', { steps: ends.map(named).join(', ') })}</p>}
    </section>
  );
};
