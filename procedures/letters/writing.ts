import type { Json } from '../../engine/state.ts';
import { limitWords } from '../limit-words.ts';

/** Ways of writing a value on a paper, named after `|` in a placeholder. Instants are written in Viet Nam's time. */
const zoneMinutes = 420;
const two = (value: number) => String(value).padStart(2, '0');
const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.');

function number(value: Json): string {
  if (typeof value !== 'number') return plain(value);
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  return `${value < 0 ? '-' : ''}${grouped(whole)}${fraction ? `,${fraction}` : ''}`;
}

function moment(value: Json): { day: string; month: string; year: string; time: string } | undefined {
  if (typeof value !== 'string') return undefined;
  const dateOnly = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (dateOnly) return { year: dateOnly[1] ?? '', month: dateOnly[2] ?? '', day: dateOnly[3] ?? '', time: '' };
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) return undefined;
  const local = new Date(instant + zoneMinutes * 60_000);
  return { year: String(local.getUTCFullYear()), month: two(local.getUTCMonth() + 1), day: two(local.getUTCDate()), time: `${two(local.getUTCHours())} giờ ${two(local.getUTCMinutes())}` };
}

const digitWords = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const word = (digit: number) => digitWords[digit] ?? '';

/** A number under 1,000 in words; `full` says leading hundreds ("không trăm linh năm"). */
function threeDigits(value: number, full: boolean): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(word(hundreds), 'trăm');
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(word(tens), 'mươi');
  if (ones === 1 && tens > 1) words.push('mốt');
  else if (ones === 5 && tens > 0) words.push('lăm');
  else if (ones > 0) words.push(word(ones));
  return words.join(' ');
}

/** A whole number in words: "hai nghìn không trăm hai mươi sáu". */
function inWords(value: number): string {
  const scales = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'];
  const groups: number[] = [];
  for (let rest = Math.round(value); rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000);
  return groups.flatMap((group, place) => (group === 0 ? [] : [`${threeDigits(group, place < groups.length - 1)} ${scales[place] ?? ''}`.trim()])).toReversed().join(' ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A date wholly in words, as civil-status papers say it beside its figures. The fourth month is "tư", not "bốn". */
const dateSpelt = ({ day, month, year }: { readonly day: string; readonly month: string; readonly year: string }): string =>
  capital(`ngày ${inWords(Number(day))} tháng ${month === '04' ? 'tư' : inWords(Number(month))} năm ${inWords(Number(year))}`);

/** A whole amount of đồng in words, as receipts say it: "Bảy mươi lăm nghìn đồng". */
export const moneyInWords = (amount: number): string => (amount === 0 ? 'Không đồng' : capital(`${inWords(amount)} đồng`));

const plain = (value: Json): string => (typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

export const writings = {
  plain,
  number,
  money: (value: Json) => (typeof value === 'number' ? `${number(value)} đ` : plain(value)),
  moneyInWords: (value: Json) => (typeof value === 'number' ? moneyInWords(value) : plain(value)),
  date: (value: Json) => { const m = moment(value); return m ? `${m.day}/${m.month}/${m.year}` : plain(value); },
  dateTime: (value: Json) => { const m = moment(value); return m ? `${m.time ? `${m.time} phút, ` : ''}ngày ${m.day}/${m.month}/${m.year}` : plain(value); },
  // Days under ten and the months 1 and 2 are led by a zero, the others are not (server/documents/paper-rules.json, II.4.b).
  dateInWords: (value: Json) => { const m = moment(value); return m ? `ngày ${m.day} tháng ${Number(m.month) < 3 ? m.month : Number(m.month)} năm ${m.year}` : plain(value); },
  dateSpelt: (value: Json) => { const m = moment(value); return m ? dateSpelt(m) : plain(value); },
  upper: (value: Json) => plain(value).toLocaleUpperCase('vi'),
  lines: (value: Json) => (Array.isArray(value) ? value.map(plain).join('; ') : plain(value)),
  workingTime: (value: Json) => limitWords(plain(value)).vi,
} satisfies Record<string, (value: Json) => string>;

export type Writing = keyof typeof writings;
export const isWriting = (name: string): name is Writing => Object.hasOwn(writings, name);
