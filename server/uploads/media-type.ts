/** How many bytes from the start tell the type. */
export const headLength = 4096;

const starts = (head: Buffer, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);
const says = (head: Buffer, at: number, text: string): boolean => head.subarray(at, at + text.length).toString('latin1') === text;

const signatures: readonly (readonly [type: string, is: (head: Buffer) => boolean])[] = [
  ['application/pdf', (head) => says(head, 0, '%PDF-')],
  ['image/jpeg', (head) => starts(head, 0xff, 0xd8, 0xff)],
  ['image/png', (head) => starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/webp', (head) => says(head, 0, 'RIFF') && says(head, 8, 'WEBP')],
  ['image/heic', (head) => says(head, 4, 'ftyp') && ['heic', 'heix', 'mif1'].includes(head.subarray(8, 12).toString('latin1'))],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', (head) => starts(head, 0x50, 0x4b, 0x03, 0x04) && /\[Content_Types\]\.xml|_rels\/|word\//.test(head.toString('latin1'))],
  ['image/vnd.dwg', (head) => /^AC10\d\d/.test(head.subarray(0, 6).toString('latin1'))],
  ['image/vnd.dxf', (head) => /^\s*0\r?\n\s*SECTION\r?\n/.test(head.subarray(0, 64).toString('latin1'))],
];

/** The media type that the bytes show, whatever was claimed; undefined when it is none we know. */
export const mediaTypeOf = (head: Buffer): string | undefined => signatures.find(([, is]) => is(head))?.[0];
