import pdfmake from 'pdfmake';
import type { FilledLetter } from '../../procedures/letters/fill.ts';
import { fontFiles, fonts } from './fonts.ts';
import { layout, type Maps, type Pictures, type Seal } from './layout.ts';

pdfmake.addFonts(fonts);
// A letter is text: it opens no address, and no file but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));

/** Sets a filled letter as PDF bytes (fonts embedded, text extractable). */
export async function renderLetter(letter: FilledLetter, seal: Seal, pictures: Pictures = {}, maps: Maps = {}): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(layout(letter, seal, pictures, maps)).getBuffer());
}
