import { Choices } from '../../ui/choices.tsx';
import { State } from '../../ui/state.tsx';
import { useText } from '../words.ts';
import { partWord } from './place-word.ts';
import type { Update } from './use-adoption.ts';

export type Whose = 'mine' | 'theirs';

interface Props {
  readonly update: Update;
  /** What the file is called. */
  readonly title: string;
  /** What each side changed in it, in sentences. */
  readonly theirs: readonly string[];
  readonly mine: readonly string[];
  readonly whose: Whose | undefined;
  /** It was tried to go on without a choice. */
  readonly isMissing: boolean;
  readonly onChoose: (whose: Whose) => void;
}

const standing = { take: { tone: 'plain', word: 'updateTake' }, keep: { tone: 'done', word: 'updateKeep' }, choose: { tone: 'soon', word: 'updateChoose' } } as const;

/** A file that the source changed: what it changed, what the adopter did, and whose it shall be where that is a question. */
export const UpdatedFile = ({ update: { path, way, kept }, title, theirs, mine, whose, isMissing, onChoose }: Props) => {
  const text = useText();
  const { tone, word } = standing[way];
  return (
    <article className="adopted-file">
      <h3>{title}</h3>
      <p><State tone={tone} word={text(word)} /></p>
      {kept.length > 0 && <p>{text('updateKept', { places: [...new Set(kept.map((place) => partWord(place, text)))].join(', ') })}</p>}
      <h4>{text('updateTheirs')}</h4>
      <ul>{theirs.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul>
      {way !== 'take' && (
        <>
          <h4>{text('updateMine')}</h4>
          {mine.length === 0 ? <p>{text('updateMineSame')}</p> : <ul>{mine.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul>}
        </>
      )}
      {way !== 'take' && (
        <Choices<Whose>
          id={`whose-${path.replaceAll(/[^A-Za-z0-9]/g, '-')}`} legend={text('whoseFile', { file: title })}
          error={isMissing && way === 'choose' && whose === undefined ? text('whoseMissing') : undefined}
          choices={[{ value: 'mine', label: text('whoseMine') }, { value: 'theirs', label: text('whoseTheirs') }]}
          value={whose ?? (way === 'keep' ? 'mine' : undefined)} onChange={onChoose}
        />
      )}
    </article>
  );
};
