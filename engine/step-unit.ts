/** Whose people a step is for: the unit that decides the dossier, the one that received it, the nearest of a kind, or the one whose id FEEL gives. */
export type StepUnit = 'competent' | 'receiving' | { readonly kind: string } | { readonly expression: string };

const ofKind = /^kind:\s*([a-z0-9][a-z0-9-]*)$/;
const written = /^"([^"]+)"$/;

/** What a step says in `unit`. A colon stands nowhere in FEEL but within braces and ranges of time, so `kind:land-office` is never an expression. */
export function stepUnit(said = 'competent'): StepUnit {
  if (said === 'competent' || said === 'receiving') return said;
  const kind = ofKind.exec(said.trim())?.[1];
  return kind === undefined ? { expression: said.replace(/^\s*=/, '').trim() } : { kind };
}

/** The id that an expression is, where it is nothing but one written out. */
export const writtenId = (expression: string): string | undefined => written.exec(expression)?.[1];
