import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreaFields } from '../../server/api/area.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { AreaForm } from './area-form.tsx';
import { AreaMap } from './area-map.tsx';
import { areaCalled } from './words-of.ts';
import { DossierTable } from './dossier-table.tsx';
import { EndForm } from './end-form.tsx';
import { HouseholdTable } from './household-table.tsx';
import { Changes, Held, KindOf } from './parts.tsx';
import './areas.css';

/** At first; the rest is shown when it is asked for, since on a phone each is a card. */
const fewHouseholds = 15;

/** One area: where it lies, its households, what lies in it, the work that is about it, and who changed it. */
export const AreaPage = ({ id }: { id: string }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const [whole, setWhole] = useState(false);
  const kept = queryOf('GET /api/areas/:id', { params: { id } });
  const query = useQuery(kept);
  const again = () => client.invalidateQueries({ queryKey: kept.queryKey });
  const change = async (fields: AreaFields) => {
    await call('PUT /api/areas/:id', { params: { id }, body: fields });
    setChanging(false);
    await again();
  };
  return (
    <Page title={query.data ? areaCalled(query.data.area, language) : text('areas')} wide back={<BackLink href="/areas" label={text('areas')} />}>
      <Load of={query} lines={8}>
        {({ area, outline, households, dossiers, work, map, changes, keeps }) => changing ? <AreaForm start={{ code: area.code, kind: area.kind, name: area.name, outline, validFrom: area.validFrom }} act={text('saveChange')} onSend={change} onCancel={() => setChanging(false)} /> : (
          <>
            <div className="areas">
              <div>
                <SummaryList rows={[
                  { label: text('areaKind'), value: <KindOf kind={area.kind} /> }, { label: text('factUnitKeeps'), value: pick(area.unit.name, language) },
                  { label: text('areaHeld'), value: <Held from={area.validFrom} to={area.validTo} /> },
                  ...(households ? [{ label: text('households'), value: households.total }, { label: text('personsKept'), value: households.persons }] : []),
                ]} />
                {keeps && <p className="row"><Button onClick={() => setChanging(true)}>{text('changeIt')}</Button></p>}
                {keeps && <EndForm ended={area.validTo !== null} onEnd={async (day) => { await call('POST /api/areas/:id/end', { params: { id }, body: { day } }); await again(); }} />}
              </div>
              <AreaMap map={map} label={text('areaMap', { name: areaCalled(area, language) })} />
            </div>
            <DossierTable rows={work} caption={text('areaWork')} none={text('areaNoWork')} />
            <DossierTable rows={dossiers} caption={text('areaDossiers')} none={text('areaNoDossiers')} />
            {households && (households.total === 0 ? <><h2>{text('households')}</h2><p className="muted">{text('noHouseholds')}</p></> : (
              <>
                <HouseholdTable rows={whole ? households.shown : households.shown.slice(0, fewHouseholds)} caption={households.shown.length < households.total ? text('householdsSome', { shown: households.shown.length, count: households.total }) : text('householdsAll', { count: households.total })} />
                {!whole && households.shown.length > fewHouseholds && <p><Button onClick={() => setWhole(true)}>{text('householdsMore', { count: households.shown.length - fewHouseholds })}</Button></p>}
              </>
            ))}
            <Changes changes={changes} />
          </>
        )}
      </Load>
    </Page>
  );
};
