import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../server/api/session.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { queryOf } from '../../ui/query.ts';
import { UnitSettings } from '../../ui/unit-settings/unit-settings.tsx';
import { signsFor } from '../account/session.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';

/** Whoever signs for a unit sets where to come, when, and what procedures leave to it. */
export const SettingsPage = ({ account }: { account: Account }) => {
  const text = useText();
  const units = signsFor(account);
  return (
    <Page title={text('settingsTitle')} wide>
      {units.length === 0 && <EmptyState title={text('settingsNone')}><p>{text('settingsNoneHint')}</p></EmptyState>}
      {units.map(({ id }) => <OfUnit key={id} unit={id} />)}
    </Page>
  );
};

const OfUnit = ({ unit }: { unit: string }) => {
  const found = useQuery({ ...queryOf('GET /api/units/:id/settings', { params: { id: unit } }), refetchOnWindowFocus: false });
  return <Load of={found}>{(data) => <UnitSettings of={data} onDone={() => found.refetch()} />}</Load>;
};
