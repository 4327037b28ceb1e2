import { strict as assert } from 'node:assert';
import { crc32, deflateSync } from 'node:zlib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LetterTemplate } from '../../procedures/letters/template.ts';
import { fillLetter } from '../../procedures/letters/fill.ts';
import { renderLetter } from '../documents/render.ts';
import { fileHouse } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { isPrintable, picturesOf, readPictures } from './pictures.ts';
import { Value } from 'typebox/value';

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const whole = Buffer.alloc(8 + data.length + 4);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), 8 + data.length);
  return whole;
};
interface Drawn { readonly width?: number; readonly height?: number; readonly depth?: number; readonly colour?: number; readonly interlaced?: number; readonly rows?: number }
/** A PNG of four channels; `rows`: how many its data really have. */
function png({ width = 60, height = 20, depth = 8, colour = 6, interlaced = 0, rows = height }: Drawn = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlaced], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(rows * (width * 4 + 1)))), chunk('IEND', Buffer.alloc(0))]);
}

describe('the picture of a signature', function () {
  this.timeout(60_000);
  const cases: readonly (readonly [what: string, bytes: Buffer, printed: boolean])[] = [
    ['a drawing', png(), true],
    ['the largest sheet', png({ width: 900, height: 300 }), true],
    ['no picture at all', Buffer.from('%PDF-1.7 and so on, longer than any head of a picture'), false],
    ['more pixels than a signature has', png({ width: 5000 }), false],
    ['data that go on and on behind a small head', png({ rows: 200_000 }), false],
    ['data that end too soon', png({ rows: 3 }), false],
    ['a head of another depth', png({ depth: 16 }), false],
    ['lines in another order', png({ interlaced: 1 }), false],
    ['what was cut off', png().subarray(0, 60), false],
  ];
  for (const [what, bytes, printed] of cases) it(`is ${printed ? '' : 'not '}printed: ${what}`, () => assert.equal(isPrintable(bytes), printed));

  const template = Value.Parse(LetterTemplate, {
    format: 1, name: { vi: 'Biên nhận', en: 'Slip' }, paper: 'A4', head: { issuer: 'PHƯỜNG MẪU' },
    blocks: [{ block: 'title', text: 'BIÊN NHẬN' }, { block: 'signatures', boxes: [{ title: 'NGƯỜI NỘP', picture: 'application.signature', mark: 'Chưa ký', name: 'Nguyễn Văn Mẫu' }] }],
  });
  const at = '2026-11-23T02:00:00Z';
  const seal = { verifyUrl: 'https://example.invalid/', verifyCode: 'MAU' };
  const seen = async (pdf: Uint8Array) => {
    const document = await getDocument({ data: pdf, verbosity: 0 }).promise;
    const page = await document.getPage(1);
    const { fnArray } = await page.getOperatorList();
    const { items } = await page.getTextContent();
    await document.destroy();
    return { picture: fnArray.includes(OPS.paintImageXObject), text: items.map((item) => ('str' in item ? item.str : '')).join(' ') };
  };

  it('stands where the mark would, once the letter names it', async () => {
    const letter = fillLetter(template, { application: { signature: [{ file: 'f1', name: 'Chữ ký.png' }] } }, at);
    const signed = await seen(await renderLetter(letter, seal, { f1: png() }));
    assert.deepEqual([signed.picture, signed.text.includes('Chưa ký')], [true, false]);
  });

  it('leaves the mark where nobody signed, or the picture is not at hand', async () => {
    for (const application of [{}, { signature: [{ file: 'f1' }] }]) {
      const { picture, text } = await seen(await renderLetter(fillLetter(template, { application }, at), seal));
      assert.deepEqual([picture, text.includes('Chưa ký')], [false, true]);
    }
  });

  describe('is looked for', () => {
    let house: RunningHouse;
    before(async () => { house = await runHouse(); });
    after(() => house.stop());

    it('among the files of its own dossier, whatever the answer names', async () => {
      const citizen = await house.visitor('congdan1');
      const [{ dossier }, other] = [await fileHouse(house, citizen), await fileHouse(house, citizen)];
      const kept = await house.services.files.put([png()]);
      const row = { ...kept, type: 'image/png', name: 'Chữ ký.png', ownerAccount: 'account-congdan1', draftId: null, createdAt: at };
      await house.store.transaction(async (tx) => {
        await tx.files.insert({ ...row, id: 'mine', dossierId: dossier });
        await tx.files.insert({ ...row, id: 'foreign', dossierId: other.dossier });
        await tx.files.insert({ ...row, id: 'paper', type: 'application/pdf', dossierId: dossier });
      });
      const found = async (file: string) => {
        const letter = fillLetter(template, { application: { signature: [{ file }] } }, at);
        return Object.keys(await readPictures(house.services.files, await house.store.read((tx) => picturesOf(tx, dossier, letter))));
      };
      assert.deepEqual([await found('mine'), await found('foreign'), await found('paper')], [['mine'], [], []]);
    });
  });
});
