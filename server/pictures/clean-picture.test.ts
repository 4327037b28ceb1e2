import { strict as assert } from 'node:assert';
import { chance } from '../seed/chance.ts';
import { cameraWrote, photo, type PhotoType } from '../testing/photos.ts';
import { cleanPicture, isPhoto } from './clean-picture.ts';
import { orientationOf, tiffSaying } from './orientation.ts';

const types: readonly PhotoType[] = ['image/jpeg', 'image/png', 'image/webp'];
const says = (bytes: Buffer, text: string): boolean => bytes.includes(text);

/** What a decoder of pixels reads: the coded data, found by the names of the parts that hold them. */
const pixels: { readonly [T in PhotoType]: (bytes: Buffer) => Buffer } = {
  'image/jpeg': (bytes) => bytes.subarray(bytes.indexOf(Buffer.from([0xff, 0xda])), bytes.lastIndexOf(Buffer.from([0xff, 0xd9]))),
  'image/png': (bytes) => bytes.subarray(bytes.indexOf('IDAT'), bytes.indexOf('IEND')),
  'image/webp': (bytes) => bytes.subarray(bytes.indexOf('VP8 '), bytes.indexOf('VP8 ') + 8 + bytes.readUInt32LE(bytes.indexOf('VP8 ') + 4)),
};

describe('the copy of a photo for others', () => {
  for (const type of types) {
    it(`of ${type} has nothing that the camera wrote, and the same pixels`, () => {
      const given = photo(type);
      for (const text of cameraWrote) assert.ok(says(given, text), `the photo of the test says ${text}`);
      const copy = cleanPicture(type, given)!;
      for (const text of [...cameraWrote, 'Google Inc', 'ICC']) assert.ok(!says(copy, text) && !says(copy, text.split('').join('\0')), `the copy still says ${text}`);
      assert.deepEqual(pixels[type](copy), pixels[type](given));
    });

    it(`of ${type} is the same when it is cleaned again`, () => {
      for (const orientation of [1, 6]) {
        const copy = cleanPicture(type, photo(type, orientation))!;
        assert.deepEqual(cleanPicture(type, copy), copy);
      }
    });

    it(`of ${type} stays the right way up`, () => {
      for (const orientation of [1, 3, 6, 8]) assert.equal(said(cleanPicture(type, photo(type, orientation))!), orientation);
    });

    it(`of ${type} does not exist where the photo breaks off`, () => {
      const whole = photo(type);
      const end = type === 'image/jpeg' ? whole.lastIndexOf(Buffer.from([0xff, 0xd9])) : type === 'image/png' ? whole.indexOf('IEND') : whole.length - 1;
      for (let length = 0; length <= end; length += 1) assert.equal(cleanPicture(type, whole.subarray(0, length)), undefined, `${length} of ${whole.length} bytes`);
    });

    it(`of ${type} breaks nothing and never grows, whatever a hostile hand has changed`, () => {
      const dice = chance(7);
      for (let round = 0; round < 2000; round += 1) {
        const bytes = Buffer.from(photo(type, 1 + (round % 8)));
        for (let change = 0; change < 1 + (round % 6); change += 1) bytes[Math.floor(dice() * bytes.length)] = Math.floor(dice() * 256);
        const copy = cleanPicture(type, bytes);
        assert.ok(copy === undefined || copy.length <= bytes.length + 60);
      }
    });
  }

  it('does not exist for a file that lies about its kind', () => {
    for (const type of types) for (const other of types) if (type !== other) assert.equal(cleanPicture(type, photo(other)), undefined);
    for (const type of [...types, 'image/heic', 'application/pdf', '__proto__', 'constructor']) assert.equal(cleanPicture(type, Buffer.from('%PDF-1.7 no picture')), undefined);
  });

  it('takes time with its length, not with its square, however it was made', () => {
    const long = 15_000_000;
    const hostile: readonly (readonly [string, Buffer])[] = [
      ['image/jpeg', Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(long, 0xff)])],
      ['image/jpeg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]), Buffer.alloc(long, Buffer.from([0xff, 0xd0]))])],
      ['image/jpeg', Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(long, Buffer.from([0xff, 0xc4, 0, 2]))])],
      ['image/png', Buffer.concat([photo('image/png').subarray(0, 33), Buffer.alloc(long)])],
      ['image/webp', Buffer.concat([Buffer.from([0x52, 0x49, 0x46, 0x46, 0, 0, 0xe0, 0]), Buffer.from('WEBP'), Buffer.alloc(long)])],
    ];
    for (const [type, bytes] of hostile) {
      const began = process.threadCpuUsage();
      assert.equal(cleanPicture(type, bytes), undefined);
      const { user } = process.threadCpuUsage(began);
      assert.ok(user < 1_000_000, `${type} took ${user} µs of a processor`);
    }
  });

  it('is asked for of photos, not of drawings and papers', () => {
    assert.deepEqual(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/vnd.dwg', 'application/pdf'].filter(isPhoto), ['image/jpeg', 'image/png', 'image/webp', 'image/heic']);
  });

  it('reads which way up in both orders of bytes, and takes nonsense for upright', () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) assert.equal(orientationOf(tiffSaying(orientation)), orientation);
    const table: readonly Buffer[] = [Buffer.alloc(0), Buffer.from('MM'), Buffer.from('XX*\0\0\0\0\x08'), Buffer.from('MM\0*\xff\xff\xff\xff', 'latin1'), tiffSaying(9), tiffSaying(0), tiffSaying(6).subarray(0, 20)];
    for (const bytes of table) assert.equal(orientationOf(bytes), 1);
  });
});

/** Which way up a copy says it is. */
function said(copy: Buffer): number {
  const at = copy.indexOf(Buffer.from('MM\0*\0\0\0\x08', 'latin1'));
  return at === -1 ? 1 : orientationOf(copy.subarray(at));
}
