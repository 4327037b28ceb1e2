import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AreaFields, HouseholdFields } from '../../server/api/area.ts';
import type { UnitName } from '../../server/api/shape.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { Select } from '../worklist/filter-bar.tsx';
import { AreaForm } from './area-form.tsx';
import { HouseholdForm } from './household-form.tsx';
import './areas.css';

type What = 'area' | 'household';

const Adding = ({ what, units }: { what: What; units: readonly UnitName[] }) => {
  const text = useText();
  const language = useLanguage();
  const [, go] = useLocation();
  const [unit, setUnit] = useState(units[0]!.id);
  const shared = { start: undefined, onCancel: () => go('/areas') };
  const addArea = async (fields: AreaFields, key: string) => go(`/areas/${(await call('POST /api/areas', { body: { unit, ...fields }, key })).id}`);
  const addHousehold = async (fields: HouseholdFields, key: string) => go(`/households/${(await call('POST /api/households', { body: { unit, ...fields }, key })).id}`);
  return (
    <>
      {units.length > 1 && <Select id="add-unit" label={text('factUnitKeeps')} value={unit} options={units.map(({ id, name }) => ({ value: id, label: pick(name, language) }))} onChange={setUnit} />}
      {what === 'area' ? <AreaForm {...shared} act={text('areaAdd')} onSend={addArea} /> : <HouseholdForm {...shared} act={text('householdAdd')} onSend={addHousehold} />}
    </>
  );
};

/** A new area or household in the register of one's unit. */
export const AddPage = ({ what }: { what: What }) => {
  const text = useText();
  const query = useQuery(queryOf('GET /api/areas', { query: {} }));
  return (
    <Page title={text(`${what}Add`)} back={<BackLink href="/areas" label={text('areas')} />}>
      <Load of={query}>{({ keeps }) => (keeps.length === 0 ? <EmptyState title={text('keepNothing')}><p>{text('keepNothingHint')}</p></EmptyState> : <Adding what={what} units={keeps} />)}</Load>
    </Page>
  );
};
