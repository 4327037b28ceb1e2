import type { UnitFigures } from '../../server/api/figures.ts';
import { decimal } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Answers } from './answers.tsx';
import { percent } from './taken.ts';
import { useText } from './words.ts';

/** One office over all procedures: whether it kept the time, of how many, and how content people were. */
export const OfUnit = ({ figures: { unit, ended, onTime, stars, rated, asked }, minimum }: { figures: UnitFigures; minimum: number }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <h3>{pick(unit.name, language)}</h3>
      <p>
        {onTime === null ? text('unitFew', { minimum, count: ended }) : text('unitOnTime', { share: percent(onTime, language), count: ended })}
        <span className="block small muted">{stars === null ? text('unitUnrated', { minimum }) : text('unitStars', { stars: `${decimal(stars, language)}/5`, count: rated })}</span>
      </p>
      {asked.length > 0 && <Answers figures={{ name: unit.name, asked }} />}
    </>
  );
};
