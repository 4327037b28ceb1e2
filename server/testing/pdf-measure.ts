import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text as it stands on a page: points from the left and the top edge to its baseline. */
export interface Run { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number; readonly bold: boolean; readonly italic: boolean; readonly face: string }
/** A thin rule across. */
export interface Rule { readonly x: number; readonly y: number; readonly width: number }
export interface Sheet { readonly width: number; readonly height: number; readonly runs: readonly Run[]; readonly rules: readonly Rule[] }

interface Transformed { readonly transform: readonly number[] }

/** Where everything stands on each page of a PDF, in which face and size: what a ruler would say. */
export async function measurePdf(bytes: Uint8Array): Promise<Sheet[]> {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const operators = await page.getOperatorList();
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item): Run[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size = 0, x = 0, y = 0] = (item as Transformed).transform;
      const { name } = page.commonObjs.get(item.fontName) as { readonly name: string };
      return [{ text: item.str, x, y: height - y, width: item.width, size, bold: name.includes('Bold'), italic: name.includes('Italic'), face: name.replace(/^[A-Z]{6}\+/, '') }];
    });
    sheets.push({ width, height, runs: joined(runs), rules: rulesOf(operators, height) });
  }
  await document.destroy();
  return sheets;
}

/** Words of a line that is stretched to both margins come one by one: here they are one run. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    const gap = last === undefined ? Number.NaN : run.x - last.x - last.width;
    if (last !== undefined && gap > 0 && gap < run.size * 1.2 && last.y === run.y && last.face === run.face && last.size === run.size) found.splice(-1, 1, { ...last, text: `${last.text} ${run.text}`, width: run.x + run.width - last.x });
    else found.push(run);
  }
  return found;
}

type Matrix = readonly [number, number, number, number, number, number];
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];

/** Paths that are long and flat; what is drawn stands in the coordinates of the transformations before it. */
function rulesOf({ fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }, height: number): Rule[] {
  const found: Rule[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const kept: Matrix[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const given = argsArray[index] as readonly unknown[];
    if (operator === OPS.save) kept.push(matrix);
    else if (operator === OPS.restore) matrix = kept.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, given as unknown as Matrix);
    else if (operator === OPS.constructPath) {
      const box = given[2] as ArrayLike<number> | null;
      if (!box) continue;
      const [x1, y1] = times(matrix, [1, 0, 0, 1, box[0] ?? 0, box[1] ?? 0]).slice(4) as [number, number];
      const [x2, y2] = times(matrix, [1, 0, 0, 1, box[2] ?? 0, box[3] ?? 0]).slice(4) as [number, number];
      if (Math.abs(x2 - x1) > 10 && Math.abs(y2 - y1) < 1.5) found.push({ x: Math.min(x1, x2), y: height - Math.max(y1, y2), width: Math.abs(x2 - x1) });
    }
  }
  return found;
}
