/** A time limit as two controls hold it. `same day` and other writings stay text. */
export const limitUnits = ['working days', 'working hours', 'working minutes', 'days', 'hours', 'minutes'] as const;
export type LimitUnit = (typeof limitUnits)[number];
export interface Limit {
  readonly amount: string;
  readonly unit: LimitUnit;
}

const written = /^(\d+(?:\.\d+)?) ((?:working )?(?:day|hour|minute))s?$/;

/** Reads "3 working days"; nothing for another writing, which is then shown as it stands. */
export function readLimit(text: string): Limit | undefined {
  const [, amount, unit] = written.exec(text.trim()) ?? [];
  return amount === undefined ? undefined : { amount, unit: `${unit}s` as LimitUnit };
}

const spoken = [
  /^(?<amount>\d+(?:[.,]\d{1,2})?)\s+(?<working>working\s+)?(?<unit>day|hour|minute)s?$/i,
  /^(?<amount>\d+(?:[.,]\d{1,2})?)\s+(?<unit>ngày|giờ|phút)(?<working>\s+làm\s+việc)?$/i,
];
const unitOf: Readonly<Record<string, 'days' | 'hours' | 'minutes'>> = { ngày: 'days', giờ: 'hours', phút: 'minutes', day: 'days', hour: 'hours', minute: 'minutes' };

/** A limit as people say it in either language, "3 ngày làm việc" or "3 working days", "trong ngày" or "same day", as files hold it; nothing for another text. */
export function limitSaid(text: string): string | undefined {
  const said = text.normalize('NFC').trim();
  if (/^(trong ngày|same day)$/i.test(said)) return 'same day';
  const { amount, working, unit } = spoken.map((way) => way.exec(said)?.groups).find((found) => found !== undefined) ?? {};
  const plural = unitOf[unit?.toLowerCase() ?? ''];
  return amount === undefined || plural === undefined ? undefined : writeLimit({ amount, unit: working === undefined ? plural : `working ${plural}` });
}

/** "1 working day", "3 working days"; blank when there is no amount. A decimal comma is a point. */
export function writeLimit({ amount, unit }: Limit): string {
  const plain = amount.trim().replace(',', '.');
  if (plain === '') return '';
  return `${plain} ${plain === '1' ? unit.slice(0, -1) : unit}`;
}
