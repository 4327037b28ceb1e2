import assert from 'node:assert/strict';
import type { FilledLetter } from '../../procedures/letters/fill.ts';
import { renderLetter } from '../documents/render.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { pdfsig } from '../testing/pdfsig.ts';
import { commonName } from './common-name.ts';
import { signatureIn, withRoom, withSignature } from './pdf-signature.ts';
import { standInSignature } from './stand-in.ts';

const at = '2026-11-19T02:00:00.000Z';
const name = 'Trần Thị Ký Số';
const letter: FilledLetter = {
  paper: 'A4', orientation: 'portrait', head: { issuer: 'ỦY BAN NHÂN DÂN PHƯỜNG MẪU' }, at, missing: [],
  blocks: Array.from({ length: 90 }, (_, index) => ({ block: 'paragraph', text: `Đoạn ${index}`, align: 'left', style: 'plain', indent: false })),
};

describe('a signature in a PDF', () => {
  let plain: Uint8Array;
  let signed: Buffer;
  before(async function () {
    this.timeout(20_000);
    plain = await renderLetter(letter, { verifyUrl: 'http://localhost/verify/AB', verifyCode: 'AB' });
    const { bytes, digest } = withRoom(plain, { name, at });
    signed = withSignature(bytes, standInSignature(Buffer.from(digest, 'hex'), name, at))!;
  });

  it('leaves the paper as it was set, byte for byte, before it', () => assert.ok(signed.subarray(0, plain.length).equals(Buffer.from(plain))));

  it('is still a paper of several pages that is read as before', async () => assert.equal(await textOfPdf(new Uint8Array(signed)), await textOfPdf(new Uint8Array(plain))));

  it('is read back with whom its certificate names', () => {
    const read = signatureIn(signed)!;
    assert.deepEqual([read.holds, read.unchanged, commonName(read.certificate.subject), commonName(read.certificate.issuer)], [true, true, `${name} (mô phỏng)`, 'CA mô phỏng, không có giá trị pháp lý']);
  });

  it('is called valid by a reader that is not ours, of the whole document, where this machine has one', () => {
    const told = pdfsig(signed);
    if (told !== undefined) assert.match(told, /ETSI\.CAdES\.detached[^]*Total document signed[^]*Signature Validation: Signature is Valid/);
  });

  it('does not fit any more when one byte is another, as that reader says too', () => {
    const other = Buffer.from(signed);
    other[200]! ^= 1;
    assert.deepEqual([signatureIn(other)?.holds, signatureIn(other)?.unchanged], [true, false]);
    const told = pdfsig(other);
    if (told !== undefined) assert.doesNotMatch(told, /Signature is Valid/);
  });

  it('does not cover what is added behind it', () => assert.equal(signatureIn(Buffer.concat([signed, Buffer.from('\n% more')]))?.unchanged, false));

  it('does not hold when the key was another', () => {
    const other = Buffer.from(signed);
    const at = other.lastIndexOf('/Contents <') + '/Contents <'.length;
    const end = other.indexOf('0'.repeat(400), at);
    other.write(other.toString('latin1', end - 8, end).replaceAll(/[0-9a-f]/g, (digit) => (digit === '1' ? '2' : '1')), end - 8, 'latin1');
    assert.notEqual(signatureIn(other)?.holds, true);
  });

  it('is none in a paper that nobody signed, and none in what is no PDF', () => {
    for (const bytes of [Buffer.from(plain), withRoom(plain, { name, at }).bytes, Buffer.from('/ByteRange [0 5 900 3]'), Buffer.alloc(0)]) assert.equal(signatureIn(bytes), undefined);
  });

  it('must have room', () => assert.equal(withSignature(withRoom(plain, { name, at }).bytes, Buffer.alloc(20_000)), undefined));
});
