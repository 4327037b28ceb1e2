import assert from 'node:assert/strict';
import { settingsHeld, type UnitSettingRow } from '../storage/tables/unit-settings.ts';
import { localOf, wordsOf } from './parameters.ts';
import type { Parameter, ParameterValue } from './procedure.ts';

const parameter = (name: string, kind: Parameter['kind'], usual: ParameterValue): Parameter => ({ name, label: { vi: name, en: name }, kind, usual, source: 'x', mark: 'design' });
const words = (vi: string) => ({ vi, en: `${vi} in English` });

describe('parameters of units', () => {
  it('are what the unit has set, of the kind that is declared, else as usual; texts as papers write them', () => {
    const declared = [parameter('rate', 'number', 5), parameter('free', 'yesNo', false), parameter('where', 'text', words('Quầy'))];
    assert.deepEqual(localOf(declared), { rate: 5, free: false, where: 'Quầy' });
    assert.deepEqual(localOf(declared, new Map<string, ParameterValue>([['rate', 7], ['free', 'yes' as never], ['where', words('Phòng 2')]])), { rate: 7, free: false, where: 'Phòng 2' });
  });

  it('let a unit say of itself what the procedure says otherwise, or not at all', () => {
    assert.deepEqual(wordsOf({ local: { hours: words('Sáng'), desk: words('Tầng 1') } }, new Map([['hours', words('Chiều')]])), { desk: words('Tầng 1'), hours: words('Chiều'), contact: null, line: null });
  });

  const row = (unitId: string, value: ParameterValue | null, procedureKey: string | null = null): UnitSettingRow => ({ id: '', unitId, procedureKey, name: 'n', value, document: null, validFrom: '', createdAt: '', createdBy: '' });
  const cases: readonly (readonly [what: string, rows: readonly UnitSettingRow[], held: ParameterValue | undefined])[] = [
    ['nothing where nothing was set', [], undefined],
    ['the last that was set', [row('ward', 1), row('ward', 2)], 2],
    ['what the unit above has set', [row('city', 1)], 1],
    ['its own before that of the unit above, whichever came later', [row('ward', 2), row('city', 1)], 2],
    ['that of the procedure before that of all', [row('ward', 2, 'p'), row('ward', 1)], 2],
    ['that of the unit above once its own is taken back', [row('city', 1), row('ward', 2), row('ward', null)], 1],
    ['not that of another unit', [row('other', 1)], undefined],
  ];
  for (const [what, rows, held] of cases) it(`hold: ${what}`, () => assert.equal(settingsHeld(rows, ['ward', 'city']).get('n'), held));
});
