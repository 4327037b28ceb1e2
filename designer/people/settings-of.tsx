import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queryOf } from '../../ui/query.ts';
import { UnitSettings } from '../../ui/unit-settings/unit-settings.tsx';
import { Load } from '../shell/load.tsx';

/** What a unit sets for itself, beside the people who work there. */
export const SettingsOf = ({ unit, onDone }: { unit: string; onDone: () => Promise<unknown> }) => {
  const client = useQueryClient();
  const asked = queryOf('GET /api/units/:id/settings', { params: { id: unit } });
  const found = useQuery({ ...asked, refetchOnWindowFocus: false });
  return <Load of={found}>{(data) => <UnitSettings of={data} onDone={() => Promise.all([client.invalidateQueries({ queryKey: asked.queryKey }), onDone()])} />}</Load>;
};
