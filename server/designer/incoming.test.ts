import assert from 'node:assert/strict';
import { pack, unpack } from './archive.ts';
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

  it('is never taken for another one where a bit of it was damaged on its way', async () => {
    const held = new Map([['procedure.json', JSON.stringify({ key: 'sent' })], ['README.md', 'Lệ phí 75.000 đồng; hẹn trả sau 15 ngày làm việc. '.repeat(20)]]);
    const sent = await pack('sent', held);
    const contents = sent.indexOf('PK\u0001\u0002');
    const taken: (string | undefined)[] = [];
    for (let bit = 0; bit < contents * 8; bit += 3) {
      const damaged = Buffer.from(sent);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      const accepted = await unpack(damaged);
      if ('files' in accepted) taken.push(...[...held].filter(([path, text]) => String(accepted.files.get(path)) !== text).map(([path]) => `${path}, bit ${bit}`));
    }
    assert.deepEqual(taken, []);
  });
});
