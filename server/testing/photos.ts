import { crc32 } from 'node:zlib';

// 24 by 16 points, a red corner on blue, made by a browser's canvas.
const canvas = {
  'image/jpeg': '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABYBAQEBAAAAAAAAAAAAAAAAAAQDBf/EACERAAIAAwkAAAAAAAAAAAAAAAARAQQFEhMUISIxQVFh/9oADAMBAAIRAxEAPwDPTgfKytw82yVQqGMs6Uny915DoAFmaf/Z',
  'image/webp': 'UklGRiYCAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggOAAAABADAJ0BKhgAEAA+tUieSackIqEwCADgFolAE6XQABA2AAD+6HBJozubX5Hqg//yz8Rhy22EEAAA',
  'image/png': 'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAYAAAAMJL+VAAAARklEQVR4AezRQQ0AIAwDwGZSsFANWMECnvCEluFgfRDCp0v6W7bkGpvMKm2svEng8fiBBDaRJuqcqCIviAV3IIAAE/0nOgAAAP//Ty3lmgAAAAZJREFUAwClYjy5RsrvwAAAAABJRU5ErkJggg==',
} as const;
export type PhotoType = keyof typeof canvas;

/** What the camera wrote: none of it may be found in a copy. */
export const cameraWrote = ['Camera Gia Dinh 7', 'place=9.9N107.3E', 'anh cua ong Mau'] as const;
const [camera, place, remark] = cameraWrote;

/** Exif as a phone writes it: which way up, the camera, the place. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const texts = Buffer.from(`${camera}\0${place}\0`);
  const after = 8 + 2 + 3 * 12 + 4;
  return Buffer.concat([Buffer.from('II*\0\x08\0\0\0\x03\0', 'latin1'), entry(0x010f, 2, camera.length + 1, after), entry(0x0112, 3, 1, orientation), entry(0x8825, 4, 1, after + camera.length + 1), Buffer.alloc(4), texts]);
}

const segment = (marker: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
const riff = (name: string, data: Buffer): Buffer => {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};
const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

/** A photo as a phone sends it: with Exif, XMP, a remark, and a trailer behind the picture. */
export function photo(type: PhotoType, orientation = 1): Buffer {
  const bare = Buffer.from(canvas[type], 'base64');
  if (type === 'image/jpeg') {
    const said = [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(orientation)])), segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${place}</x>`)), segment(0xfe, Buffer.from(remark))];
    return Buffer.concat([bare.subarray(0, 2), ...said, bare.subarray(2), Buffer.from(`SEFT ${place}`)]);
  }
  if (type === 'image/png') {
    const head = 8 + 25;
    return Buffer.concat([bare.subarray(0, head), chunk('eXIf', exif(orientation)), chunk('tEXt', Buffer.from(`Comment\0${remark}`)), bare.subarray(head), Buffer.from(place)]);
  }
  const body = Buffer.concat([bare.subarray(8), riff('EXIF', exif(orientation)), riff('XMP ', Buffer.from(`<x>${place} ${remark}</x>`))]);
  body[12] = body[12]! | 0x0c;
  return riff('RIFF', body);
}

export const photoBlob = (type: PhotoType, orientation = 1): Blob => new Blob([new Uint8Array(photo(type, orientation))], { type });
