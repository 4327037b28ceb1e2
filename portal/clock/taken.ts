import type { ProcedureFigures } from '../../server/api/figures.ts';
import { decimal, timeLimit } from '../../ui/format.ts';
import type { Language } from '../../ui/language.ts';

const day = { working: 8 * 60, wall: 24 * 60 } as const;

/** Minutes as people say them: working days of eight hours from one on, hours from one on, else minutes. */
export const taken = (minutes: number, counted: ProcedureFigures['counted'], language: Language): string => {
  const working = counted === 'working' ? 'working ' : '';
  if (minutes >= day[counted]) return said(minutes / day[counted], `${working}day`, language);
  if (minutes >= 60) return said(minutes / 60, `${working}hour`, language);
  return said(Math.round(minutes), `${working}minute`, language);
};

const said = (amount: number, unit: string, language: Language): string => {
  const rounded = Math.round(amount * 10) / 10;
  const limit = `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
  const written = timeLimit(limit, language);
  // English decimals are as they are.
  return language === 'en' && written === limit ? limit : written;
};

export const percent = (share: number, language: Language): string => `${decimal(Math.round(share * 1000) / 10, language)}%`;
