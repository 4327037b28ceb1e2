import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { HouseholdFields } from '../../server/api/area.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { areaCalled } from './words-of.ts';
import { DossierTable } from './dossier-table.tsx';
import { EndForm } from './end-form.tsx';
import { HouseholdForm } from './household-form.tsx';
import { Changes, Held } from './parts.tsx';
import { Persons } from './persons.tsx';
import './areas.css';

/** One household: where it lives, what is known of it, the work that is about it, and who changed it. */
export const HouseholdPage = ({ id }: { id: string }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const [erasing, setErasing] = useState(false);
  const kept = queryOf('GET /api/households/:id', { params: { id } });
  const query = useQuery(kept);
  const again = () => client.invalidateQueries({ queryKey: kept.queryKey });
  const change = async (fields: HouseholdFields) => {
    await call('PUT /api/households/:id', { params: { id }, body: fields });
    setChanging(false);
    await again();
  };
  const erase = useAct(async () => {
    await call('DELETE /api/households/:id/people', { params: { id } });
    setErasing(false);
    await again();
  });
  return (
    <Page title={query.data?.household.address ?? text('household')} caption={query.data?.household.code} back={<BackLink href="/areas" label={text('areas')} />}>
      <Load of={query} lines={8}>
        {({ household, persons, work, changes, keeps }) => changing ? <HouseholdForm start={household} act={text('saveChange')} onSend={change} onCancel={() => setChanging(false)} /> : (
          <>
            <SummaryList rows={[
              { label: text('householdHead'), value: household.head ?? '–' }, { label: text('householdMembers'), value: household.members ?? '–' },
              { label: text('areaCol'), value: household.area ? <Link href={`/areas/${household.area.id}`}>{areaCalled(household.area, language)}</Link> : '–' },
              { label: text('areaField_place'), value: `${household.latitude}, ${household.longitude}` },
              { label: text('factUnitKeeps'), value: pick(household.unit.name, language) }, { label: text('areaHeld'), value: <Held from={household.validFrom} to={household.validTo} /> },
            ]} />
            {keeps && (
              <>
                <p className="row"><Button onClick={() => setChanging(true)}>{text('changeIt')}</Button>{(household.head !== null || household.members !== null || (persons?.length ?? 0) > 0) && <Button kind="danger" onClick={() => setErasing(true)}>{text('eraseIt')}</Button>}</p>
                <EndForm ended={household.validTo !== null} onEnd={async (day) => { await call('POST /api/households/:id/end', { params: { id }, body: { day } }); await again(); }} />
                <Dialog open={erasing} title={text('eraseTitle')} onClose={() => setErasing(false)} actions={<><Button kind="danger" busy={erase.busy} onClick={() => erase.run()}>{text('eraseNow')}</Button><Button onClick={() => setErasing(false)}>{text('notYet')}</Button></>}>
                  <p>{text('eraseHint')}</p>
                  {erase.problem && <ActProblem problem={erase.problem} />}
                </Dialog>
              </>
            )}
            {persons && <Persons household={id} persons={persons} again={again} />}
            <DossierTable rows={work} caption={text('householdWork')} none={text('householdNoWork')} />
            <Changes changes={changes} />
          </>
        )}
      </Load>
    </Page>
  );
};
