import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';
import type { Environment } from '../environment.ts';

const rule = (inside = '') => `<startEvent id="s"/><businessRuleTask id="r" motcua:decision="fee#amount" motcua:result="fee">${inside}</businessRuleTask>${flows('s -> r')}`;
const decides: Environment = { decide: (reference, input) => (input['area'] === undefined ? { failed: 'there is no area' } : { value: { reference, input } }) };

describe('A business rule task', () => {
  verify({
    'decides over all data when it names no inputs': { draw: rule(), data: { area: 5 }, environment: decides, keeps: { area: 5, fee: { reference: 'fee#amount', input: { area: 5 } } } },
    'decides over its inputs': {
      draw: rule('<extensionElements><motcua:input name="area">form.area + 1</motcua:input></extensionElements>'), data: { form: { area: 5 } }, environment: decides,
      keeps: { form: { area: 5 }, fee: { reference: 'fee#amount', input: { area: 6 } } }, status: 'completed',
    },
    'stands still when the decision fails': { draw: rule(), environment: decides, incidents: [['decision', 'fee#amount of businessRuleTask r to give a value, but there is no area']] },
    'stands still when no decisions are at hand': { draw: rule(), incidents: [['decision', 'no decisions were given']] },
  });
});
