import type { Numeric } from '../decimal.ts';
import { Decimal } from '../decimal.ts';

const nanosPerSecond = 1_000_000_000n;
const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** A years and months duration holds months, a days and time duration nanoseconds; they are different types, and neither becomes the other. */
export class FeelDuration {
  readonly yearsMonths: boolean;
  /** Months or nanoseconds. */
  readonly size: bigint;
  constructor(yearsMonths: boolean, size: bigint) {
    this.yearsMonths = yearsMonths;
    this.size = size;
  }

  static ofMonths(months: number): FeelDuration {
    return new FeelDuration(true, BigInt(months));
  }

  static ofSeconds(seconds: number): FeelDuration {
    return new FeelDuration(false, BigInt(seconds) * nanosPerSecond);
  }

  get years(): number {
    return Number(this.size / 12n);
  }

  get months(): number {
    return Number(this.size % 12n);
  }

  get days(): number {
    return Number(this.size / (86_400n * nanosPerSecond));
  }

  get hours(): number {
    return Number((this.size / (3600n * nanosPerSecond)) % 24n);
  }

  get minutes(): number {
    return Number((this.size / (60n * nanosPerSecond)) % 60n);
  }

  get seconds(): number {
    return Number(this.size % (60n * nanosPerSecond)) / Number(nanosPerSecond);
  }

  scaled(factor: Numeric): FeelDuration | null {
    return this.#of(new Decimal(String(this.size)).times(factor));
  }

  divided(by: Numeric): FeelDuration | null {
    return this.#of(new Decimal(String(this.size)).div(by));
  }

  /** Fractions of months and nanoseconds are cut off. */
  #of(size: Decimal): FeelDuration | null {
    return size.isFinite() && size.abs().lt('1e30') ? new FeelDuration(this.yearsMonths, BigInt(size.trunc().toFixed())) : null;
  }

  toString(): string {
    const sign = this.size < 0n ? '-' : '';
    const size = absolute(this.size);
    if (this.yearsMonths) return size === 0n ? 'P0M' : `${sign}P${size >= 12n ? `${size / 12n}Y` : ''}${size % 12n === 0n ? '' : `${size % 12n}M`}`;
    if (size === 0n) return 'PT0S';
    const part = (length: bigint, letter: string, cycle?: bigint) => {
      const count = size / (length * nanosPerSecond) % (cycle ?? size + 1n);
      return count === 0n ? '' : `${count}${letter}`;
    };
    const fraction = String(size % nanosPerSecond).padStart(9, '0').replace(/0+$/, '');
    const whole = size / nanosPerSecond % 60n;
    const seconds = whole === 0n && fraction === '' ? '' : `${whole}${fraction === '' ? '' : `.${fraction}`}S`;
    const time = `${part(3600n, 'H', 24n)}${part(60n, 'M', 60n)}${seconds}`;
    return `${sign}P${part(86_400n, 'D')}${time === '' ? '' : `T${time}`}`;
  }
}

const yearsMonths = /^(-?)P(?=\d)(?:(\d{1,12})Y)?(?:(\d{1,12})M)?$/;
const daysTime = /^(-?)P(?=\d|T\d)(?:(\d{1,15})D)?(?:T(?=\d)(?:(\d{1,15})H)?(?:(\d{1,15})M)?(?:(\d{1,15})(?:\.(\d{0,20}))?S)?)?$/;

/** Parses a duration of one of the two types (XML Schema 1.1, 3.4.26 and 3.4.27); null when it is none. */
export function parseDuration(text: string): FeelDuration | null {
  const months = yearsMonths.exec(text);
  if (months) return new FeelDuration(true, (BigInt(months[2] ?? 0) * 12n + BigInt(months[3] ?? 0)) * (months[1] === '-' ? -1n : 1n));
  const days = daysTime.exec(text);
  if (!days) return null;
  const [, sign, day = '0', hour = '0', minute = '0', second = '0', fraction = ''] = days;
  const size = (((BigInt(day) * 24n + BigInt(hour)) * 60n + BigInt(minute)) * 60n + BigInt(second)) * nanosPerSecond + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return new FeelDuration(false, sign === '-' ? -size : size);
}
