import { useState } from 'react';
import type { LetterName } from '../../procedures/letters/names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import type { Lexicon } from './lexicon.ts';
import { plainSearch } from './plain-search.ts';
import { writingNames, writingWord } from './writing-word.ts';

/** Everything that may be inserted, group by group, with a search; and how it shall be written. */
export const NamePicker = ({ open, lexicon, onPick, onClose }: { open: boolean; lexicon: Lexicon; onPick: (token: string) => void; onClose: () => void }) => {
  const text = useText();
  return (
    <Dialog open={open} wide title={text('letterPick')} onClose={onClose}>
      <Names lexicon={lexicon} onPick={onPick} />
    </Dialog>
  );
};

const usual = '';

const Names = ({ lexicon, onPick }: { lexicon: Lexicon; onPick: (token: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const [wanted, setWanted] = useState('');
  const [writing, setWriting] = useState(usual);
  const groups = new Map<string, LetterName[]>();
  for (const name of lexicon.names) {
    if (name.rows || !plainSearch(`${lexicon.labelOf(name)} ${pick(name.group, language)}`).includes(plainSearch(wanted))) continue;
    const title = pick(name.group, language);
    groups.set(title, [...(groups.get(title) ?? []), name]);
  }
  return (
    <>
      <div className="both">
        <TextField id="pick-search" label={text('letterSearch')} value={wanted} autoComplete="off" onChange={(event) => setWanted(event.target.value)} />
        <Select id="pick-writing" label={text('letterWriting')} value={writing} options={[{ value: usual, label: text('letterWritingUsual') }, ...writingNames.map((value) => ({ value, label: writingWord(text)(value) }))]} onChange={setWriting} />
      </div>
      <div className="picker">
        {groups.size === 0 && <p aria-live="polite">{text('letterNothingFound')}</p>}
        {[...groups].map(([title, names]) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {names.map((name) => (
                <li key={name.feel}><button type="button" className="chip" onClick={() => onPick(`«${lexicon.labelOf(name)}${writing === usual || writing === name.writing ? '' : ` · ${writingWord(text)(writing)}`}»`)}>{lexicon.labelOf(name)}</button></li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
};
