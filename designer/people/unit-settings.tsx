import { useQuery, useQueryClient } from '@tanstack/react-query';
import { unitWords } from '../../procedures/parameters.ts';
import type { UnitSetting, UnitSettings as Settings } from '../../server/api/unit-setting.ts';
import { date, decimal } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { queryOf } from '../../ui/query.ts';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { SetSomething, type Settable } from './set-something.tsx';

/** What a unit sets for itself: where to come and when, in all procedures, and what each procedure lets it set. */
export const UnitSettings = ({ unit, unitName, onDone }: { unit: string; unitName: string; onDone: () => Promise<void> }) => {
  const text = useText();
  const client = useQueryClient();
  const asked = queryOf('GET /api/units/:id/settings', { params: { id: unit } });
  const found = useQuery({ ...asked, refetchOnWindowFocus: false });
  const done = async () => void (await Promise.all([client.invalidateQueries({ queryKey: asked.queryKey }), onDone()]));
  return (
    <div>
      <h2>{text('unitSettings', { unit: unitName })}</h2>
      <p>{text('unitSettingsLead')}</p>
      <Load of={found}>{(data) => <Set of={data} onDone={done} />}</Load>
    </div>
  );
};

const Set = ({ of, onDone }: { of: Settings; onDone: () => Promise<void> }) => {
  const text = useText();
  const language = useLanguage();
  const all: readonly Settable[] = [
    ...unitWords.map((name): Settable => ({ procedure: null, name, kind: 'text', label: text(`local_${name}`), hint: undefined, needsDocument: false })),
    ...of.procedures.flatMap(({ key, name: procedure, parameters }) => parameters.map(({ name, label, hint, kind }): Settable => ({ procedure: key, name, kind, label: `${pick(procedure, language)}: ${pick(label, language)}`, hint: hint ? pick(hint, language) : undefined, needsDocument: true }))),
  ];
  const labelOf = ({ procedure, name }: UnitSetting) => all.find((one) => one.procedure === procedure && one.name === name)?.label ?? name;
  const valueOf = ({ value }: UnitSetting) => (value === null ? text('settingTakenBack') : typeof value === 'object' ? pick(value, language) : typeof value === 'number' ? decimal(value, language) : text(value ? 'settingYes' : 'settingNo'));
  const state = (one: UnitSetting) => {
    if (one.from > of.at) return <State tone="plain" word={text('roleToCome')} />;
    const later = of.settings.find((other) => other.procedure === one.procedure && other.name === one.name && other.from <= of.at);
    return later === one ? <State tone="done" word={text('settingHolds')} /> : <State tone="ended" word={text('roleOver')} />;
  };
  return (
    <>
      {of.settings.length > 0 && (
        <Table
          caption={text('unitSettingsTable')} captionHidden rows={of.settings} rowKey={({ id }) => id}
          columns={[
            { key: 'what', title: text('settingWhat'), heading: true, cell: labelOf },
            { key: 'value', title: text('settingValue'), cell: valueOf },
            { key: 'from', title: text('roleFrom'), cell: ({ from }) => date(from) },
            { key: 'document', title: text('roleBasis'), cell: ({ document }) => document ?? '' },
            { key: 'by', title: text('settingBy'), cell: ({ setBy }) => setBy?.name ?? '' },
            { key: 'state', title: text('roleState'), cell: state },
          ]}
        />
      )}
      <SetSomething unit={of.unit.id} at={of.at} all={all} onDone={onDone} />
    </>
  );
};
