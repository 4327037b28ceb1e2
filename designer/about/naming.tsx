import { BothTexts } from '../forms/both-texts.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import type { PartProps } from './part.ts';

const texts = ['name', 'shortName', 'summary', 'sector'] as const;

/** What the procedure is called, and how it is found. */
export const Naming = ({ procedure, put }: PartProps) => {
  const text = useText();
  return (
    <>
      {texts.map((one) => <BothTexts key={one} long={one === 'summary'} id={`about-${one}`} legend={text(`about_${one}`)} value={procedure[one]} onChange={(next) => put([one], next)} />)}
      <Committed
        id="about-search" label={text('searchWords')} hint={text('searchWordsHint')} optional value={procedure.searchWords.join(', ')}
        onCommit={(next) => put(['searchWords'], next.split(',').map((word) => word.trim()).filter(Boolean))}
      />
    </>
  );
};
