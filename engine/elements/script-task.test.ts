import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const script = (text: string) => `<startEvent id="s"/><scriptTask id="x" motcua:result="fee"><script>${text}</script></scriptTask>${flows('s -> x')}`;

describe('A script task', () => {
  verify({
    'stands still rather than keep a number that is not the one that was calculated': {
      draw: `<startEvent id="s"/><scriptTask id="t"><script>9007199254740992 + 1</script></scriptTask>${flows('s -> t')}`, incidents: [['expression', 'the number 9007199254740993 has more digits than data can keep']], keeps: {},
    },
    'keeps the value of its FEEL': { draw: script('area * 2'), data: { area: 21 }, keeps: { area: 21, fee: 42 }, status: 'completed' },
    'stands still when data is missing, and goes on when it is there': { draw: script('area * 2'), act: (instance) => instance.retry({ area: 3 }), keeps: { area: 3, fee: 6 }, status: 'completed' },
    'knows the time of the event only': { draw: script('string(today())'), options: { at: '2026-01-05T18:00:00.000Z' }, keeps: { fee: '2026-01-06' } },
    'may be a global task with its script in its schema': { draw: `<startEvent id="s"/><callActivity id="x" calledElement="g" motcua:result="fee"/>${flows('s -> x')}`, outside: '<globalScriptTask id="g" scriptLanguage="feel"><script>area * 2</script></globalScriptTask>', data: { area: 2 }, keeps: { area: 2, fee: 4 }, status: 'completed' },
    'names itself when it stands still': { draw: script('area * 2'), incidents: [['missing-data', 'the script of scriptTask x']] },
  });
});
