import { FeelDuration } from './duration.ts';
import { offsetAt } from './zone.ts';
import type { Zone } from './zone.ts';

const two = (value: number): string => String(value).padStart(2, '0');
export const dayLength = 86_400_000_000_000;
const second = 1_000_000_000;

/** Days since 1970-01-01 of a date in the Gregorian calendar, which holds for all years. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

export const daysIn = (year: number, month: number): number => dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1);

export class FeelDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  constructor(year: number, month: number, day: number) {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  static ofDay(number: number): FeelDate {
    const shifted = number + 719_468;
    const era = Math.floor(shifted / 146_097);
    const ofEra = shifted - era * 146_097;
    const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
    const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
    const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    return new FeelDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
  }

  get dayNumber(): number {
    return dayNumber(this.year, this.month, this.day);
  }

  /** 1 for Monday to 7 for Sunday. */
  get weekday(): number {
    return (((this.dayNumber + 3) % 7) + 7) % 7 + 1;
  }

  toString(): string {
    return `${this.year < 0 ? '-' : ''}${String(Math.abs(this.year)).padStart(4, '0')}-${two(this.month)}-${two(this.day)}`;
  }
}

export class FeelTime {
  /** Nanoseconds since midnight. */
  readonly nanos: number;
  readonly zone: Zone;
  constructor(nanos: number, zone?: Zone) {
    this.nanos = nanos;
    this.zone = zone;
  }

  get hour(): number {
    return Math.floor(this.nanos / (3600 * second));
  }

  get minute(): number {
    return Math.floor(this.nanos / (60 * second)) % 60;
  }

  /** With its fraction. */
  get second(): number {
    return (this.nanos % (60 * second)) / second;
  }

  get timezone(): string | null {
    return this.zone ?? null;
  }

  /** A region has the offset of the beginning of 1970: a time alone has no date. */
  get 'time offset'(): FeelDuration | null {
    return this.zone === undefined ? null : FeelDuration.ofSeconds(offsetAt(this.zone, 0n));
  }

  toString(): string {
    const fraction = this.nanos % second;
    const zone = this.zone === undefined ? '' : /^([A-Z][A-Za-z]|[a-z])/.test(this.zone) ? `@${this.zone}` : this.zone;
    return `${two(this.hour)}:${two(this.minute)}:${two(Math.floor(this.nanos / second) % 60)}${fraction === 0 ? '' : `.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`}${zone}`;
  }
}

export class FeelDateTime {
  readonly date: FeelDate;
  readonly time: FeelTime;
  constructor(date: FeelDate, time: FeelTime) {
    this.date = date;
    this.time = time;
  }

  get year(): number {
    return this.date.year;
  }

  get month(): number {
    return this.date.month;
  }

  get day(): number {
    return this.date.day;
  }

  get weekday(): number {
    return this.date.weekday;
  }

  get hour(): number {
    return this.time.hour;
  }

  get minute(): number {
    return this.time.minute;
  }

  get second(): number {
    return this.time.second;
  }

  get timezone(): string | null {
    return this.time.timezone;
  }

  get 'time offset'(): FeelDuration | null {
    return this.time.zone === undefined ? null : FeelDuration.ofSeconds(offsetAt(this.time.zone, this.local / BigInt(second)));
  }

  /** Nanoseconds since 1970 on the clock of its own zone. */
  get local(): bigint {
    return BigInt(this.date.dayNumber) * BigInt(dayLength) + BigInt(this.time.nanos);
  }

  /** Nanoseconds since 1970 in UTC; local values count as if in UTC. */
  get instant(): bigint {
    const { local, time: { zone } } = this;
    return zone === undefined ? local : local - BigInt(offsetAt(zone, local / BigInt(second))) * BigInt(second);
  }

  toString(): string {
    return `${String(this.date)}T${String(this.time)}`;
  }
}
