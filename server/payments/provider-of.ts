import { randomBytes } from 'node:crypto';
import type { Configuration } from '../configuration.ts';
import type { Services } from '../services.ts';
import { describedProvider } from './described-provider.ts';
import { simulatedBank } from './simulated-bank.ts';

/** Who takes fees in this installation, and the simulated bank where that is it. */
export function providerOf({ configuration: { payments, bankSecret, systems, publicUrl }, now, log, newId }: { readonly configuration: Configuration } & Pick<Services, 'now' | 'log' | 'newId'>): Pick<Services, 'payments' | 'bank'> {
  if (payments === undefined) return { payments: undefined, bank: undefined };
  if (payments === 'simulated') {
    const bank = simulatedBank(bankSecret === '' ? randomBytes(32).toString('hex') : bankSecret, newId, now);
    return { payments: bank, bank };
  }
  if (systems === 'simulated') throw new Error('expected a file of systems beside a described payment provider, but every system is simulated');
  return { payments: describedProvider({ systems, publicUrl, now, log }, payments), bank: undefined };
}
