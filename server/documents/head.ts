import type { Content, CustomTableLayout } from 'pdfmake/interfaces.js';
import type { FilledLetter } from '../../procedures/letters/fill.ts';
import { balanced, ruleUnder, type Setting } from './setting.ts';

const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';
const none = { paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0, vLineWidth: () => 0 };
const open: CustomTableLayout = { ...none, hLineWidth: () => 0 };
/** A table of one cell is as wide as its text, and so is the line under it. */
const underlined: CustomTableLayout = { ...none, hLineWidth: (line) => (line === 1 ? 0.7 : 0) };
/** Shares of the width: the national title stands in one line. */
const columns = [0.42, 0.58] as const;

/** Who issues, beside the national title; under them, on one line, number and place. */
export function head({ head: { above, issuer, number, subject, place } }: FilledLetter, setting: Setting, width: number): Content {
  const { style, rules } = setting;
  const own = width * columns[0];
  const centred = { alignment: 'center' as const };
  const names = balanced(issuer, style('issuer').fontSize, own);
  const leftNames: Content[] = [
    ...(above === undefined || above === '' ? [] : balanced(above, style('above').fontSize, own).map((text) => ({ text, ...centred, ...style('above') }))),
    ...names.map((text) => ({ text, ...centred, ...style('issuer') })),
    ruleUnder(names.at(-1) ?? '', style('issuer').fontSize, rules.lines.issuer.used),
  ];
  const national: Content[] = [
    { text: country, ...centred, ...style('nationalTitle') },
    { columns: [{ width: '*', text: '' }, { width: 'auto', table: { widths: ['auto'], body: [[{ text: motto, noWrap: true, ...style('motto') }]] }, layout: underlined }, { width: '*', text: '' }] },
  ];
  const leftFacts: Content[] = [
    ...(number === undefined ? [] : [{ text: number, ...centred, ...style('number') }]),
    ...(subject === undefined ? [] : [{ text: subject, ...centred, ...style('subject'), margin: [0, rules.subjectGap.used, 0, 0] as [number, number, number, number] }]),
  ];
  return {
    margin: [0, 0, 0, setting.gap * 2],
    layout: open,
    table: {
      widths: columns.map((share) => width * share),
      body: [[{ stack: leftNames }, { stack: national }], [{ stack: leftFacts, margin: [0, setting.gap, 0, 0] }, { text: place ?? '', ...centred, ...style('place'), margin: [0, setting.gap, 0, 0] }]],
    },
  };
}
