import { useSearchParams } from 'wouter';
import { BackLink } from '../../ui/back-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { PlanningAnswerPage } from './answer.tsx';
import { AskPlanning, MapsThereAre } from './ask.tsx';
import { askedIn, pathOf, type Asked } from './asked.ts';
import { useText } from './words.ts';
import './planning.css';

const Found = ({ asked }: { asked: Asked }) => {
  const text = useText();
  const found = useResource('GET /api/planning/look-up', { query: asked });
  return (
    <LoadPage of={found}>
      {({ answer, choices }) =>
        answer ? (
          <PlanningAnswerPage answer={answer} />
        ) : choices.length > 0 ? (
          <Page key="choose" title={text('choose')} caption={text('planningTitle')} back={<BackLink href="/planning" label={text('again')} />}>
            <p>{text('chooseHint', { count: choices.length })}</p>
            <ul className="planning-choices">
              {choices.map(({ sheet, parcel, address, latitude, longitude }) => (
                <li key={`${sheet}/${parcel}/${latitude}`}>
                  <a href={pathOf({ latitude, longitude })}>{address ?? text('parcelNamed', { sheet, parcel })}</a>
                  {address && <span className="muted small"> {text('parcelNamed', { sheet, parcel })}</span>}
                </li>
              ))}
            </ul>
          </Page>
        ) : (
          <Page key="nothing" title={text('nothing')} caption={text('planningTitle')}>
            <Notice kind="soon"><p>{text('nothingHint')}</p></Notice>
            <AskPlanning start={asked} />
          </Page>
        )
      }
    </LoadPage>
  );
};

/** What is planned at a place: asked by position, address or parcel; answered in words, with a sketch drawn from the same maps. */
export const Planning = () => {
  const text = useText();
  const [search] = useSearchParams();
  const asked = askedIn(search);
  if (asked) return <Found key={pathOf(asked)} asked={asked} />;
  return (
    <Page title={text('planningTitle')}>
      <p className="lead">{text('planningLead')}</p>
      <AskPlanning />
      <MapsThereAre />
    </Page>
  );
};
