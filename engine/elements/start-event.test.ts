import { flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

describe('A start event', () => {
  verify({
    'begins the instance with the data that came': { draw: `<startEvent id="s"/><userTask id="u"/>${flows('s -> u')}`, data: { a: 1 }, visited: ['s', 'u'], keeps: { a: 1 } },
    'keeps what began the instance where it is told to': { draw: `<startEvent id="s" motcua:result="asked"/><userTask id="u"/>${flows('s -> u')}`, data: { a: 1 }, keeps: { a: 1, asked: { a: 1 } } },
    'may lead several ways at once': { draw: `<startEvent id="s"/><userTask id="u"/><userTask id="v"/>${flows('s -> u; s -> v')}`, tasks: ['u', 'v'] },
    'starts the clock and states the dossier': {
      draw: `<startEvent id="s" motcua:clock="start" motcua:state="1"/><userTask id="u"/>${flows('s -> u')}`, effects: [{ type: 'clock', node: 's', action: 'start' }, { type: 'dossier.state', node: 's', state: 1 }],
    },
  });
});
