import type { UnitSetting, UnitSettings as Settings } from '../../server/api/unit-setting.ts';
import { alphabetical } from '../alphabetical.ts';
import { date, decimal } from '../format.ts';
import { pick } from '../language.ts';
import { State } from '../state.tsx';
import { Table } from '../table.tsx';
import { useLanguage } from '../use-text.ts';
import { SetSomething, type Settable } from './set-something.tsx';
import { useText } from './words.ts';

/** What a unit sets for itself: where to come and when, in all procedures, and what each procedure lets it set. */
export const UnitSettings = ({ of, onDone }: { of: Settings; onDone: () => Promise<unknown> }) => {
  const text = useText();
  const language = useLanguage();
  const all: readonly Settable[] = [
    ...of.words.map(({ name, label, kind, needsDocument }): Settable => ({ procedure: null, name, kind, label: pick(label, language), hint: undefined, needsDocument })),
    ...alphabetical(of.procedures, ({ name }) => pick(name, language), language).flatMap(({ key, name: procedure, parameters }) => parameters.map(({ name, label, hint, kind }): Settable => ({ procedure: key, name, kind, label: `${pick(procedure, language)}: ${pick(label, language)}`, hint: hint ? pick(hint, language) : undefined, needsDocument: true }))),
  ];
  const labelOf = ({ procedure, name }: UnitSetting) => all.find((one) => one.procedure === procedure && one.name === name)?.label ?? name;
  const valueOf = ({ value }: UnitSetting) => (value === null ? text('settingTakenBack') : typeof value === 'object' ? pick(value, language) : typeof value === 'number' ? decimal(value, language) : text(value ? 'settingYes' : 'settingNo'));
  const state = (one: UnitSetting) => {
    if (one.from > of.at) return <State tone="plain" word={text('settingToCome')} />;
    const later = of.settings.find((other) => other.procedure === one.procedure && other.name === one.name && other.from <= of.at);
    return later === one ? <State tone="done" word={text('settingHolds')} /> : <State tone="ended" word={text('settingOver')} />;
  };
  return (
    <section aria-label={text('unitSettings', { unit: pick(of.unit.name, language) })}>
      <h2>{text('unitSettings', { unit: pick(of.unit.name, language) })}</h2>
      <p>{text('unitSettingsLead')}</p>
      {of.settings.length > 0 && (
        <Table
          caption={text('unitSettingsTable')} captionHidden rows={of.settings} rowKey={({ id }) => id}
          columns={[
            { key: 'what', title: text('settingWhat'), heading: true, cell: labelOf },
            { key: 'value', title: text('settingValue'), cell: valueOf },
            { key: 'from', title: text('settingFrom'), cell: ({ from }) => date(from) },
            { key: 'document', title: text('settingBasis'), cell: ({ document }) => document ?? '' },
            { key: 'by', title: text('settingBy'), cell: ({ setBy }) => setBy?.name ?? '' },
            { key: 'state', title: text('settingState'), cell: state },
          ]}
        />
      )}
      <SetSomething unit={of.unit.id} today={of.today} all={all} onDone={onDone} />
    </section>
  );
};
