import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];
interface Patch { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly colour: Colour }

const [width, height] = [480, 360];
const patch = (x: number, y: number, wide: number, high: number, colour: Colour): Patch => ({ x, y, width: wide, height: high, colour });
const street: readonly Patch[] = [
  patch(0, 0, width, 150, [190, 214, 226]), patch(0, 60, 150, 140, [216, 203, 178]), patch(150, 40, 170, 160, [205, 188, 160]), patch(320, 75, 160, 125, [222, 212, 192]),
  patch(30, 110, 34, 90, [120, 104, 84]), patch(190, 90, 90, 110, [104, 120, 122]), patch(370, 115, 40, 85, [128, 106, 86]),
  patch(0, 200, width, 64, [178, 176, 170]), patch(0, 264, width, 6, [226, 224, 216]), patch(0, 270, width, 90, [96, 100, 104]), patch(40, 312, 90, 6, [230, 230, 226]), patch(200, 312, 90, 6, [230, 230, 226]), patch(360, 312, 90, 6, [230, 230, 226]),
];
/** A stall that takes the whole pavement; none of it when it was cleared. */
const stall: readonly Patch[] = [
  patch(196, 150, 6, 110, [110, 84, 60]), patch(318, 150, 6, 110, [110, 84, 60]), patch(180, 140, 160, 18, [0, 112, 116]), patch(180, 158, 160, 6, [232, 232, 226]),
  patch(206, 214, 112, 12, [150, 116, 82]), patch(214, 194, 20, 20, [196, 74, 60]), patch(240, 190, 22, 24, [228, 168, 64]), patch(270, 196, 18, 18, [116, 156, 84]), patch(210, 226, 104, 30, [132, 100, 70]),
  patch(344, 228, 24, 30, [178, 52, 52]), patch(376, 228, 24, 30, [52, 92, 160]),
];

/** A drawn street as a PNG, which stands for the photos of the sample: before, with a stall on the pavement, and after. Nobody is in it. */
export function samplePhoto(when: 'before' | 'after'): Buffer {
  const line = width * 3 + 1;
  const raw = Buffer.alloc(line * height);
  for (const { x, y, width: wide, height: high, colour } of when === 'before' ? [...street, ...stall] : street) {
    for (let row = y; row < y + high; row += 1) for (let column = x; column < x + wide; column += 1) raw.set(colour, row * line + 1 + column * 3);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
