import type { LegalBasis, Procedure } from '../../procedures/procedure.ts';
import { unsourced, unwritten } from '../../procedures/template-words.ts';

/** Laws of a procedure that are written, and may be named as a source. */
export const writtenLaws = ({ legalBasis }: Procedure): readonly LegalBasis[] => legalBasis.filter(({ number, title }) => number.trim() !== '' && !unwritten.test(title.vi));

function told<V>(value: V, { number, mark }: Pick<LegalBasis, 'number' | 'mark'>): V {
  if (Array.isArray(value)) return value.map((one: unknown) => told(one, { number, mark })) as V;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one, { number, mark })])) as Record<string, unknown>;
  return (typeof members['source'] === 'string' && unsourced.test(members['source']) ? { ...members, source: number, mark } : members) as V;
}

/** The procedure with a law as the source of all that still says the template's; what has a source of its own keeps it. */
export const sourcedBy = (procedure: Procedure, law: Pick<LegalBasis, 'number' | 'mark'>): Procedure => told(procedure, law);
