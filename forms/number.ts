import type { Lang } from './text.ts';

const signs = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;
const isGrouped = (text: string, { group, point }: { readonly group: string; readonly point: string }) => new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`).test(text);

/**
 * Reads a number as people write it: "1.234,5" in Vietnamese, "1,234.5" in English, spaces between thousands in both.
 * The other language's signs are understood where they can mean nothing else ("1,234.5", "75.5" in Vietnamese), and
 * of a whole number either sign can only part thousands. One with more digits than a number keeps is none.
 */
export function parseNumber(text: string, lang: Lang = 'vi', isWhole = false): number | undefined {
  const bare = text.trim().replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  const [own, other] = lang === 'vi' ? [signs.vi, signs.en] : [signs.en, signs.vi];
  const isTheirs = isGrouped(bare, other) && (isWhole || bare.split(/[.,]/).length > 2);
  const group = isGrouped(bare, own) ? own.group : isTheirs ? other.group : '';
  const plain = (group === '' ? bare : bare.replaceAll(group, '')).replace(',', '.');
  if (!/^[+-]?(\d{1,15}(\.\d{0,10})?|\.\d{1,10})$/.test(plain)) return undefined;
  const value = Number(plain);
  return isAsWritten(plain, value) ? value : undefined;
}

/** Whether a number is the one that was written, digit by digit: an amount is never rounded unseen. Fractions that JavaScript writes with an exponent have few digits. */
const isAsWritten = (plain: string, value: number): boolean => {
  const [whole = '', fraction = ''] = plain.replace(/^[+-]/, '').split('.');
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}.${fraction}`.replace(/\.?0*$/, '');
  const written = String(Math.abs(value));
  return written.includes('e') || digits === written;
};

/** 1234.5 → "1.234,5" in Vietnamese, "1,234.5" in English. */
export function formatNumber(value: number, lang: Lang): string {
  const { group, point } = signs[lang];
  const [whole = '', fraction] = Math.abs(value).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 }).split('.');
  return `${value < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${fraction ? `${point}${fraction}` : ''}`;
}

/** Half away from zero on the written decimal digits, so that 1.005 gives 1.01. */
export function roundTo(value: number, decimals: number): number {
  if (Math.abs(value) >= 1e15) return value;
  const shifted = Math.round(Number(`${Math.abs(value).toFixed(12).replace(/0+$/, '').replace(/\.$/, '')}e${decimals}`));
  const rounded = Number(`${shifted}e-${decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
