import type { Configuration } from './configuration.ts';
import { shippedIntake } from './intake/read-intake.ts';

/** Who takes the fees of a sample and hands dossiers in to it: made up too, unless the installation names somebody. */
export const asSample = (configuration: Configuration): Configuration => ({
  ...configuration,
  payments: configuration.payments ?? 'simulated',
  intake: configuration.intake ?? { description: shippedIntake(), simulated: true },
});
