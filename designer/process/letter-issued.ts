import type { NamedExpression } from './step.ts';

/** FEEL that names something of the package by its key. */
export const named = (key: string): string => JSON.stringify(key);

export const letterInput = 'letter';
export const issues = (connector: string): boolean => connector === 'letter.issue';

interface Issuer {
  readonly step: { readonly connector: string };
  readonly inputs: readonly NamedExpression[];
  readonly setInputs: (inputs: readonly NamedExpression[]) => void;
}

/** Which letter a step of the machine issues, as FEEL, blank while none is chosen; nothing where it issues none. */
export function letterIssued({ step, inputs, setInputs }: Issuer): { readonly letter: string; readonly choose: (feel: string) => void } | undefined {
  if (!issues(step.connector)) return undefined;
  const at = inputs.findIndex(({ name }) => name === letterInput);
  const said = inputs[at]?.text ?? '';
  return {
    letter: said === named('') ? '' : said,
    choose: (text) => setInputs(at < 0 ? [{ name: letterInput, text }, ...inputs] : inputs.with(at, { name: letterInput, text })),
  };
}
