import { lifeEvents } from '../../procedures/life-events.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { BothTexts } from '../forms/both-texts.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import type { PartProps } from './part.ts';
import { Toggles } from './toggles.tsx';

const places = ['planning'] as const;
const texts = ['name', 'shortName', 'summary', 'sector'] as const;

/** What the procedure is called, and how it is found. */
export const Naming = ({ procedure, put }: PartProps) => {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      {texts.map((one) => <BothTexts key={one} long={one === 'summary'} id={`about-${one}`} legend={text(`about_${one}`)} value={procedure[one]} onChange={(next) => put([one], next)} />)}
      <Committed
        id="about-search" label={text('searchWords')} hint={text('searchWordsHint')} optional value={procedure.searchWords.join(', ')}
        onCommit={(next) => put(['searchWords'], next.split(',').map((word) => word.trim()).filter(Boolean))}
      />
      <Toggles
        legend={text('lifeEvents')} hint={text('lifeEventsHint')} items={lifeEvents.map(({ key, name }) => ({ value: key, label: pick(name, language) }))} chosen={procedure.lifeEvents ?? []}
        onChange={(next) => put(['lifeEvents'], next.length === 0 ? undefined : next)}
      />
      <Toggles
        legend={text('offeredAt')} items={places.map((one) => ({ value: one, label: text(`offeredAt_${one}`) }))} chosen={procedure.offeredAt ?? []}
        onChange={(next) => put(['offeredAt'], next.length === 0 ? undefined : next)}
      />
    </>
  );
};
