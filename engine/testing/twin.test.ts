import assert from 'node:assert/strict';
import { Bench } from './bench.ts';
import { compiled } from './compiled.ts';
import { diagram, flows } from './diagram.ts';
import { Twin } from './twin.ts';

const process = diagram(`<startEvent id="s"/><userTask id="u"/><businessRuleTask id="b" motcua:decision="d#x"/><userTask id="v"/>${flows('s -> u -> b -> v')}`);

describe('The twin of an instance, which dies after every event', () => {
  it('stands where the living one stands', async () => {
    const environment = { decide: () => ({ value: 1 }) };
    const live = new Bench(await compiled(process), { environment }).start();
    const twin = new Twin(live, environment);
    twin.follow();
    live.complete('u');
    live.complete('v');
    twin.follow();
  });
  it('finds what is not kept in the state', async () => {
    let kept = 0;
    const environment = { decide: () => ({ value: (kept += 1) }) };
    const live = new Bench(await compiled(process), { environment }).start();
    const twin = new Twin(live, environment);
    live.complete('u');
    assert.throws(() => twin.follow(), /the state after a restart is the one that lives on/);
  });
});
