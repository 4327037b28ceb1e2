import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import type { Procedure } from '../../procedures/procedure.ts';
import { aboutHash, placeOf } from './place-of.ts';

const read = (path: string): Procedure => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Procedure;
const blank = read('../templates/blank/procedure.json');
const house = read('../../procedures/construction-permit-house/procedure.json');

describe('a finding about procedure.json leads to the field that mends it', () => {
  const rows: readonly (readonly [element: string, of: Procedure, id: string | undefined])[] = [
    ['summary', blank, 'about-summary-vi'],
    ['sector', blank, 'about-sector-vi'],
    ['timeLimit', blank, 'about-limit-0'],
    ['codes', blank, 'about-codes'],
    ['legalBasis', blank, 'about-law'],
    [house.legalBasis[2]!.id, house, 'law-2-title-vi'],
    [house.components[1]!.code, house, 'paper-1-source'],
    ['sheet.after', house, 'about-sheet'],
    ['source', blank, 'about-limit-0-source'],
    ['source', house, undefined],
    ['toString', blank, undefined],
  ];
  for (const [element, of, id] of rows) it(`${element} of ${of.key}: ${id ?? 'nowhere'}`, () => assert.equal(placeOf(of, element)?.id, id));

  it('of statements without a source one after the other, until none is left, in every template', () => {
    for (const name of readdirSync(new URL('../templates/', import.meta.url))) {
      // letters say theirs on their own pages
      let text = JSON.stringify({ ...read(`../templates/${name}/procedure.json`), letters: {} });
      for (let left = text.split('Mẫu để bắt đầu').length - 1; left > 0; left -= 1) {
        assert.match(aboutHash(text, 'source'), /^#[\w-]+-source$/, `${name}: ${left} left`);
        text = mended(text);
      }
    }
  });
});

/** The text with the source that is led to filled in. */
function mended(text: string): string {
  const procedure = JSON.parse(text) as Procedure;
  const id = placeOf(procedure, 'source')!.id;
  const [, row = '', at = ''] = /^([a-z-]+)-([\w-]+)-source$/.exec(id) ?? [];
  const lists = { 'about-limit': procedure.timeLimit, law: procedure.legalBasis, paper: procedure.components, code: procedure.codes } as Readonly<Record<string, readonly object[]>>;
  const single = { agency: procedure.agency, online: procedure.onlineLevel, retention: procedure.retention } as Readonly<Record<string, object>>;
  const statement = lists[row]?.[Number(at)] ?? (row === 'register' ? procedure.registers[at] : single[at]);
  Object.assign(statement ?? {}, { source: 'Luật' });
  return JSON.stringify(procedure);
}
