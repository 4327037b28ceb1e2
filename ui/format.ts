import type { WorkingTime } from '../server/api/clock.ts';
import type { Language } from './language.ts';

const zone = 'Asia/Ho_Chi_Minh';

/** A calendar date such as `2026-12-02` names a day, not an instant: noon in the zone keeps it that day. */
const instant = (value: string) => new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+07:00` : value);

const part = (value: string, options: Intl.DateTimeFormatOptions, locale = 'vi-VN') =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(instant(value));

/** `02/12/2026`, in both languages: the papers write it so. */
export const date = (value: string): string =>
  part(value, { day: '2-digit', month: '2-digit', year: 'numeric' }, 'en-GB');

/** `Thứ Tư, 02/12/2026` · `Wednesday, 02/12/2026` */
export const longDate = (value: string, language: Language): string =>
  `${part(value, { weekday: 'long' }, language === 'vi' ? 'vi-VN' : 'en-GB')}, ${date(value)}`;

/** `14:05`, 24 hours, zone of the office. */
export const time = (value: string): string =>
  part(value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB');

/** `14:05 02/12/2026` */
export const dateTime = (value: string): string => `${time(value)} ${date(value)}`;

/** Whole dong: `75.000 đ`. */
export const money = (dong: number): string => `${new Intl.NumberFormat('vi-VN').format(dong)} đ`;

/** `1.234,5` in Vietnamese, `1,234.5` in English. */
export const decimal = (value: number, language: Language): string =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 3 }).format(value);

/** When something is due: the day, and the time too where minutes of the clock on the wall count. */
export const dueDate = (value: string, left: WorkingTime | null, language: Language): string =>
  left?.working === false && left.unit !== 'day' ? `${time(value)}, ${longDate(value, language)}` : longDate(value, language);

const units = { day: 'ngày', hour: 'giờ', minute: 'phút' } as const;

/** An amount of working time, or of the clock on the wall, without its sign: the words around it say whether it is left or late. */
export const workingTime = ({ amount, unit, working = true }: Omit<WorkingTime, 'working'> & { readonly working?: boolean }, language: Language): string => {
  const count = Math.abs(amount);
  if (unit === 'minute' && count >= 60) return hoursAndMinutes(Math.floor(count / 60), Math.round(count % 60), working, language);
  const shown = decimal(count, language);
  return language === 'vi' ? `${shown} ${units[unit]}${working ? ' làm việc' : ''}` : `${shown} ${working ? 'working ' : ''}${unit}${count === 1 ? '' : 's'}`;
};

/** Nobody divides 229 minutes in their head. */
const hoursAndMinutes = (hours: number, minutes: number, working: boolean, language: Language): string =>
  language === 'vi'
    ? `${hours} giờ${minutes === 0 ? '' : ` ${minutes} phút`}${working ? ' làm việc' : ''}`
    : `${hours} ${working ? 'working ' : ''}hour${hours === 1 ? '' : 's'}${minutes === 0 ? '' : ` ${minutes} minute${minutes === 1 ? '' : 's'}`}`;

/**
 * Writes a limit as models hold it (`"7 working days"`, `"120 minutes"`) in the reader's language.
 * Text of another form is given back unchanged.
 */
export const timeLimit = (limit: string, language: Language): string => {
  if (limit === 'same day') return language === 'vi' ? 'Trong ngày' : 'Same day';
  const [, amount, working, unit] = /^(\d+(?:\.\d+)?) (working )?(day|hour|minute)s?$/.exec(limit) ?? [];
  if (amount === undefined || unit === undefined) return limit;
  if (working !== undefined) return workingTime({ amount: Number(amount), unit: unit as WorkingTime['unit'] }, language);
  return language === 'vi' ? `${decimal(Number(amount), language)} ${units[unit as WorkingTime['unit']]}` : limit;
};
