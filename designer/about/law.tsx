import type { LegalBasis } from '../../procedures/procedure.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { BothTexts } from '../forms/both-texts.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { useText } from '../words.ts';
import { Days } from './days.tsx';
import type { PartProps } from './part.ts';
import { Rows } from './rows.tsx';
import { Sourced } from './sourced.tsx';

const fresh = (count: number): LegalBasis => ({ id: `basis-${count + 1}`, number: '', title: { vi: '', en: '' }, source: '', mark: 'design' });

/** The law that the procedure stands on, with its validity. */
export const Law = ({ procedure: { legalBasis }, put }: PartProps) => {
  const text = useText();
  const language = useLanguage();
  return (
    <Rows items={legalBasis} title={({ number, title }) => [number, pick(title, language)].filter(Boolean).join(' · ')} add={text('addLaw')} fresh={() => fresh(legalBasis.length)} onChange={(next) => put(['legalBasis'], next)}>
      {(law, index) => (
        <>
          <Committed id={`law-${index}-number`} label={text('lawNumber')} hint={text('lawNumberHint')} value={law.number} onCommit={(next) => put(['legalBasis', index, 'number'], next)} />
          <BothTexts long id={`law-${index}-title`} legend={text('lawTitle')} value={law.title} onChange={(next) => put(['legalBasis', index, 'title'], next)} />
          <Days id={`law-${index}`} of={law} put={(name, next) => put(['legalBasis', index, name], next)} />
          <Sourced id={`law-${index}`} value={law} put={(name, next) => put(['legalBasis', index, name], next)} />
        </>
      )}
    </Rows>
  );
};
