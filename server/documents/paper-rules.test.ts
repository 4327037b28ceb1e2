import { strict as assert } from 'node:assert';
import type { FilledLetter } from '../../procedures/letters/fill.ts';
import { measurePdf, type Run, type Sheet } from '../testing/pdf-measure.ts';
import { shippedLetters } from '../testing/shipped-letters.ts';
import { paperRules, rulesAt, type Element } from './paper-rules.ts';
import { renderLetter } from './render.ts';

const point = 72 / 25.4;
const seal = { verifyUrl: 'https://motcua.example/verify/MAU', verifyCode: 'MAU', notice: 'Dữ liệu giả định' };
const rules = rulesAt('2026-11-23T02:00:00Z');
const { margins, lines } = rules;
/** One line of the face with its usual leading, as word processors have it. */
const single = 1.149;
const packed = (text: string): string => text.replaceAll(/\s/g, '');
const middle = ({ x, width }: { readonly x: number; readonly width: number }): number => x + width / 2;
const near = (one: number, other: number, by: number, what: string): void => assert.ok(Math.abs(one - other) <= by, `${what}: ${one.toFixed(1)} is not within ${by} of ${other.toFixed(1)}`);
const within = (value: number, least: number, most: number, what: string): void => assert.ok(value >= least - 0.05 && value <= most + 0.05, `${what}: ${value.toFixed(2)} is not from ${least} to ${most}`);

/** The parts of a paper as a reader finds them on its pages. */
class Paper {
  readonly #letter: FilledLetter;
  readonly sheets: readonly Sheet[];
  constructor(letter: FilledLetter, sheets: readonly Sheet[]) {
    this.#letter = letter;
    this.sheets = sheets;
  }
  get first(): Sheet { return this.sheets[0]!; }
  get left(): number { return margins.left.used * point; }
  get right(): number { return this.first.width - margins.right.used * point; }
  /** What stands between the margins. */
  text(sheet: Sheet): readonly Run[] {
    return sheet.runs.filter(({ y }) => y > margins.top.used * point && y < sheet.height - margins.bottom.used * point);
  }
  run(beginning: string, sheets: readonly Sheet[] = this.sheets): Run {
    const found = sheets.flatMap(({ runs }) => runs).find(({ text }) => beginning.startsWith(text.trim()) || text.startsWith(beginning));
    assert.ok(found, `expected "${beginning}" on the paper`);
    return found;
  }
  /** A part in the type that the rules give it. */
  has(part: Element, run: Run): void {
    const rule = rules.type[part];
    within(run.size, rule.least, rule.most, `${part} (${rule.clause}) "${run.text}"`);
    assert.deepEqual([run.bold, run.italic], [rule.bold === true, rule.italics === true], `${part} (${rule.clause}) "${run.text}"`);
  }
  /** The rule under a text is of that share of its length. */
  underlined(run: Run, part: keyof typeof lines): void {
    const under = this.first.rules.find((rule) => rule.y > run.y && rule.y < run.y + 12 && Math.abs(middle(rule) - middle(run)) < 3);
    assert.ok(under, `expected a rule under "${run.text}" (${lines[part].clause})`);
    const share = under.width / run.width;
    assert.ok(share >= lines[part].least - 0.01 && share <= lines[part].most + 0.01, `the rule under "${run.text}" is ${share.toFixed(2)} of it (${lines[part].clause})`);
  }

  page(): void {
    for (const [index, sheet] of this.sheets.entries()) {
      near(sheet.width, rules.page.width * point, 0.5, 'width of the page');
      near(sheet.height, rules.page.height * point, 0.5, 'height of the page');
      for (const { face } of sheet.runs) assert.match(face, /^Tinos-/);
      const text = this.text(sheet);
      for (const run of [...text, ...sheet.rules]) {
        assert.ok(run.x >= margins.left.least * point - 0.5 && run.x + run.width <= sheet.width - margins.right.least * point + 0.5, `"${'text' in run ? run.text : 'a rule'}" stands in a margin`);
      }
      const top = Math.min(...text.map(({ y, size }) => y - size * 0.891));
      assert.ok(top >= margins.top.least * point - 1 && (index > 0 || top <= margins.top.most * point + 1), `the text begins at ${(top / point).toFixed(1)} mm`);
      const bottom = Math.max(...text.map(({ y, size }) => y + size * 0.216));
      assert.ok(bottom <= sheet.height - margins.bottom.least * point + 1, `the text ends at ${(bottom / point).toFixed(1)} mm`);
      const numbers = sheet.runs.filter(({ y, text: said }) => y < margins.top.used * point && /^[\d/ ]+$/.test(said));
      assert.deepEqual(numbers.map(({ text: said }) => said), index === 0 ? [] : [String(index + 1)], rules.type.pageNumber.clause);
      for (const number of numbers) {
        this.has('pageNumber', number);
        near(middle(number), (this.left + this.right) / 2, 1, 'the middle of the number of a page');
      }
    }
  }

  head(): void {
    const { above, issuer, number, subject, place } = this.#letter.head;
    const country = this.run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    const motto = this.run('Độc lập - Tự do - Hạnh phúc');
    this.has('nationalTitle', country);
    this.has('motto', motto);
    assert.ok(this.text(this.first).every(({ y }) => y >= country.y - 1), 'something stands above the national title');
    near(middle(motto), middle(country), 2, 'the motto under the national title');
    assert.ok(motto.y - country.y <= motto.size * single * 1.1, 'the motto is a line under the national title');
    this.underlined(motto, 'motto');
    const names = this.text(this.first).filter((run) => run.x + run.width < country.x && run.y < this.run(number ?? place ?? '').y - 1);
    const own = names.filter(({ bold }) => bold);
    assert.equal(own.map(({ text }) => text.trim()).join(' '), issuer.replaceAll('\n', ' '));
    assert.equal(names.filter(({ bold }) => !bold).map(({ text }) => text.trim()).join(' '), (above ?? '').replaceAll('\n', ' '));
    for (const run of names) {
      this.has(run.bold ? 'issuer' : 'above', run);
      assert.equal(run.text, run.text.toUpperCase());
    }
    this.underlined(own.at(-1)!, 'issuer');
    if (number !== undefined) this.has('number', this.run(number));
    if (place !== undefined) {
      const run = this.run(place);
      this.has('place', run);
      near(middle(run), middle(country), 3, 'place and date under the national title');
      if (number !== undefined) near(run.y, this.run(number).y, 1, 'place and date on the line of the number');
    }
    if (subject !== undefined) {
      const run = this.run(subject);
      this.has('subject', run);
      near(middle(run), middle(own.at(-1)!), 3, 'what it is about, under the number');
      assert.ok(subject.startsWith('V/v '));
    }
  }

  body(): void {
    const { blocks } = this.#letter;
    const title = blocks.find((part) => part.block === 'title');
    assert.ok(title !== undefined || this.#letter.head.subject !== undefined, 'it has neither a title nor what it is about');
    for (const part of blocks) {
      if (part.block === 'title') {
        const run = this.run(part.text);
        this.has('title', run);
        assert.equal(part.text, part.text.toUpperCase());
        near(middle(run), (this.left + this.right) / 2, 2, 'the title in the middle');
        if (part.under !== undefined) this.has('summary', this.run(part.under));
        if (part.under?.startsWith('(') === false) this.underlined(this.run(part.under.split('\n').at(-1)!), 'summary');
      }
      if (part.block === 'paragraph') this.running(part.text, part.style, part.indent);
      if (part.block === 'fields') for (const { label, value } of part.lines) this.running(`${label}: ${value}`, 'plain', true);
      if (part.block === 'list') for (const [index, text] of part.items.entries()) this.running(`${part.numbered ? `${index + 1}.` : '-'} ${text}`, 'plain', true);
      if (part.block === 'signatures') for (const box of part.boxes) this.signature(box);
    }
  }

  /** A paragraph: its type, its first line set in, room before it, and lines that are neither too close nor too far. */
  running(text: string, style: string, indent: boolean): void {
    if (text.trim() === '') return;
    // The longest run with which it begins: its first line; spaces are of the reader's making.
    const begins = ({ text: said, size }: Run): number => (size >= rules.type.body.least - 0.05 && packed(text).startsWith(packed(said)) ? packed(said).length : 0);
    const { sheet, run } = this.sheets.flatMap((one) => one.runs.map((each) => ({ sheet: one, run: each }))).reduce((best, one) => (begins(one.run) > begins(best.run) ? one : best));
    assert.ok(begins(run) >= Math.min(8, packed(text).length), `expected "${text}" on the paper in the type of its body (${rules.type.body.clause})`);
    within(run.size, rules.type.body.least, rules.type.body.most, `body (${rules.type.body.clause}) "${run.text}"`);
    assert.deepEqual([run.bold, run.italic], [style === 'bold' || style === 'heading', style === 'italic'], run.text);
    if (text.startsWith('Kính gửi')) assert.equal(run.bold, false, 'II.9.d');
    if (indent) assert.ok(rules.indent.oneOf.some((wide) => Math.abs(run.x - this.left - wide * point) < 1) || text.startsWith('Kính gửi'), `"${run.text}" is set in by ${((run.x - this.left) / point).toFixed(1)} mm`);
    const before = this.text(sheet).filter(({ y, size }) => y < run.y - 1 && size >= rules.type.body.least).toSorted((one, other) => other.y - one.y)[0];
    if (before !== undefined && indent) assert.ok(run.y - before.y >= run.size + rules.paragraphGap.least - 0.5, `"${run.text}" stands ${(run.y - before.y).toFixed(1)} points under what is before it`);
    const below = this.text(sheet).filter(({ y }) => y > run.y + 1).toSorted((one, other) => one.y - other.y)[0];
    if (indent && below !== undefined && below.x < this.left + 1 && below.size === run.size && below.y - run.y < run.size * 1.5) within((below.y - run.y) / (run.size * single), rules.lineSpacing.least, rules.lineSpacing.most, 'from line to line');
  }

  signature({ title, name, recipients }: Extract<FilledLetter['blocks'][number], { block: 'signatures' }>['boxes'][number]): void {
    if (recipients.length > 0) {
      const heading = this.run('Nơi nhận:');
      this.has('recipientsHead', heading);
      near(heading.x, this.left, 1, 'recipients at the left margin');
      for (const [index, line] of recipients.entries()) {
        const run = this.run(`- ${line}`);
        this.has('recipients', run);
        near(run.x, this.left, 1, 'recipients at the left margin');
        assert.match(line, index === recipients.length - 1 ? /^Lưu: .*\.$/ : /;$/);
      }
      if (recipients.some((line) => line.startsWith('Như trên'))) this.run('Kính gửi: ');
      return;
    }
    for (const line of title.split('\n').filter((one) => one !== '')) {
      this.has('capacity', this.run(line));
      assert.equal(line, line.toUpperCase());
    }
    if (name === '' || title === '') return;
    const signer = this.sheets.flatMap(({ runs }) => runs).find(({ text, bold }) => bold && name.startsWith(text.trim()));
    assert.ok(signer, `expected "${name}" under "${title}"`);
    this.has('signer', signer);
    near(middle(signer), middle(this.run(title.split('\n')[0]!)), 3, 'the name under the capacity');
  }
}

describe('the rules for administrative papers', function () {
  this.timeout(180_000);

  it('are data with their clause, and what the house prints is within them', () => {
    for (const set of paperRules) {
      assert.ok(set.from !== '' && set.source !== '' && set.mark !== undefined);
      for (const [what, span] of Object.entries({ ...set.margins, ...set.type, ...set.lines, spacing: set.lineSpacing, subject: set.subjectGap })) within(span.used, span.least, span.most, `${what} (${span.clause})`);
      assert.ok(set.indent.oneOf.includes(set.indent.used) && set.paragraphGap.used >= set.paragraphGap.least);
    }
  });

  it('hold on every shipped letter, measured on the PDF', async () => {
    const letters = await shippedLetters();
    assert.ok(letters.length > 60, `only ${letters.length} letters found`);
    const wrong: string[] = [];
    // Letters that packages carry word for word are measured once.
    const alike = new Set<string>();
    for (const { name, template, filled } of letters) {
      if (alike.size === alike.add(JSON.stringify(template)).size) continue;
      assert.equal(filled.paper, 'A4', name);
      const paper = new Paper(filled, await measurePdf(await renderLetter(filled, seal)));
      for (const part of ['page', 'head', 'body'] as const) {
        try { paper[part](); } catch (error) { wrong.push(`${name}: ${(error as Error).message}`); }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('hold for an office with a long name, and number the pages of a long letter', async () => {
    const long: FilledLetter = {
      paper: 'A4', orientation: 'portrait', at: '2026-11-23T02:00:00Z', missing: [],
      head: { above: 'ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH', issuer: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG KHU VỰC MẪU SỐ MỘT', number: 'Số: 07/TTPVHCC', subject: 'V/v trả lời đề nghị của người dân về hồ sơ đang giải quyết', place: 'Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2026' },
      blocks: Array.from({ length: 60 }, (_, index) => ({ block: 'paragraph' as const, text: `Đoạn thứ ${index + 1} của văn bản này dài hơn một dòng để có chỗ xuống dòng và đo khoảng cách giữa hai dòng.`, align: 'justify' as const, style: 'plain' as const, indent: true })),
    };
    const paper = new Paper(long, await measurePdf(await renderLetter(long, seal)));
    assert.ok(paper.sheets.length > 2);
    paper.page();
    paper.body();
    paper.has('issuer', paper.run('TRUNG TÂM PHỤC VỤ'));
  });
});
