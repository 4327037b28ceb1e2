/**
 * Reads a number as people here write it: "1.234,5", "1 234,5", "75,5"; a single dot with other than three digits
 * after it is taken as a decimal sign ("75.5"), "1.234" is one thousand two hundred and thirty-four.
 */
export function parseNumber(text: string): number | undefined {
  const bare = text.trim().replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  const grouped = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare);
  const plain = grouped ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.');
  if (!/^[+-]?(\d{1,15}(\.\d{0,10})?|\.\d{1,10})$/.test(plain)) return undefined;
  return Number(plain);
}

/** 1234.5 → "1.234,5", in both languages: the papers use this form and the fields accept it. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = Math.abs(value).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 }).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** Half away from zero on the written decimal digits, so that 1.005 gives 1.01. */
export function roundTo(value: number, decimals: number): number {
  if (Math.abs(value) >= 1e15) return value;
  const shifted = Math.round(Number(`${Math.abs(value).toFixed(12).replace(/0+$/, '').replace(/\.$/, '')}e${decimals}`));
  const rounded = Number(`${shifted}e-${decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
