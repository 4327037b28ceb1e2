import type { PlanningAnswer } from '../../server/api/planning.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { date, decimal } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useResource } from '../shell/resource.ts';
import { PlanningMap } from './map.tsx';
import { Roads, Works } from './roads.tsx';
import { useText } from './words.ts';
import { Zones } from './zones.tsx';

/** The answer in words first; the sketch repeats it, and the sources say how much it is worth. */
export const PlanningAnswerPage = ({ answer }: { answer: PlanningAnswer }) => {
  const text = useText();
  const language = useLanguage();
  const { parcel } = answer;
  const named = parcel ? text('parcelNamed', { sheet: parcel.sheet, parcel: parcel.parcel }) : text('pointNamed');
  const title = parcel?.address ?? named;
  const facts = [
    ...(parcel?.address ? [{ label: text('parcelLabel'), value: named }] : []),
    ...(parcel?.area ? [{ label: text('area'), value: `${decimal(parcel.area, language)} m²` }] : []),
    ...(parcel?.use ? [{ label: text('use'), value: pick(parcel.use, language) }] : []),
  ];
  return (
    <Page key={title} title={title} caption={text('planningTitle')} back={<BackLink href="/planning" label={text('again')} />}>
      <Notice kind="soon" title={text('caution')}>
        <p>{answer.sample && <strong>{text('sampleText')} </strong>}{text('cautionText')}</p>
      </Notice>
      {facts.length > 0 && <SummaryList rows={facts} />}
      <h2>{text('building')}</h2>
      {!answer.covered && <Notice title={text('outside')}><p>{text('outsideText')}</p></Notice>}
      {answer.covered && answer.zones.length === 0 && <p>{text('noZone')}</p>}
      <Zones zones={answer.zones} />
      {answer.covered && (
        <>
          <h2>{text('roads')}</h2>
          <Roads roads={answer.roads} point={parcel === null} />
          <h2>{text('works')}</h2>
          <Works works={answer.works} />
        </>
      )}
      {answer.map.shapes.length > 0 && (
        <>
          <h2>{text('map')}</h2>
          <PlanningMap map={answer.map} place={title} />
        </>
      )}
      {answer.layers.length > 0 && (
        <>
          <h2>{text('sources')}</h2>
          <p>{text('asOf', { date: date(answer.day) })}</p>
          <ul className="small">
            {answer.layers.map(({ name, title: layer, source, sourceDate, version, validFrom }) => (
              <li key={name}>
                {pick(layer, language)}: <span className="muted">{text('sourceOf', { source, date: date(sourceDate), version, from: date(validFrom) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Official />
    </Page>
  );
};

/** The procedures that say of themselves that they belong here: the written answer first of all. */
const Official = () => {
  const text = useText();
  const language = useLanguage();
  const { data } = useResource('GET /api/procedures', {});
  const offered = (data?.procedures ?? []).filter(({ offeredAt }) => offeredAt.includes('planning'));
  if (offered.length === 0) return null;
  return (
    <>
      <h2>{text('official')}</h2>
      <p>{text('officialText')}</p>
      <div className="row">
        {offered.map(({ key, name }) => <ButtonLink key={key} kind="main" href={`/services/${key}`}>{pick(name, language)}</ButtonLink>)}
      </div>
    </>
  );
};
