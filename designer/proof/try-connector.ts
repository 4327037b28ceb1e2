import { connectorsFolder, readDescription } from '../../procedures/described/read.ts';
import type { Description } from '../../procedures/described/description.ts';
import { triedSamples, type TriedSample } from '../../procedures/described/samples.ts';
import type { Finding } from '../../server/api/designer.ts';

/** A connector's file as the check reads it. */
export interface TriedConnector {
  readonly findings: readonly Finding[];
  /** Nothing while the file has not its shape. */
  readonly description?: Description;
  /** None while an expression or a way of it cannot be read: they would come to nothing. */
  readonly samples: readonly TriedSample[];
}

export const connectorPath = (name: string): string => `${connectorsFolder}/${name}.json`;

/** Reads one connector and tries its samples at its stand-in: nothing is sent anywhere. */
export function tryConnector(name: string, text: string): TriedConnector {
  const { findings, description } = readDescription(connectorPath(name), name, text);
  const found = findings.map(({ counterexample: _none, ...finding }) => finding);
  if (description === undefined) return { findings: found, samples: [] };
  const canTry = findings.every(({ rule }) => rule !== 'connector-feel' && rule !== 'connector-described');
  return { findings: found, description, samples: canTry ? triedSamples(description) : [] };
}
