import assert from 'node:assert/strict';
import { unpack } from './archive.ts';
import { accept } from './incoming.ts';

describe('a file that is no package', () => {
  it('is refused with what to do: unpack it where a diagram of another tool lies in it', async () => {
    const refused = await accept([{ name: 'A.bpmn', size: 1, read: async () => Buffer.from('x') }]);
    assert.ok('fault' in refused && /giải nén.*\.bpmn/.test(refused.fault.vi) && /unpack it.*\.bpmn/.test(refused.fault.en));
  });

  it('is refused with what to do: export it again where it is no whole zip', async () => {
    const refused = await unpack(Buffer.from('PK\u0003\u0004 and no more'));
    assert.ok('fault' in refused && /xuất lại/.test(refused.fault.vi) && /Export .* again/.test(refused.fault.en));
  });
});
