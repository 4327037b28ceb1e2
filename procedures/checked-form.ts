import { checkForm, type FormFinding } from '../forms/check.ts';

const known = new Map<string, readonly FormFinding[]>();
const most = 300;

/**
 * `checkForm` of a form's text, remembered: compiling a schema takes tens of milliseconds, and while a package is
 * edited all but one of its forms stay as they are.
 */
export function checkedForm(text: string, value: unknown): readonly FormFinding[] {
  const before = known.get(text);
  if (before) return before;
  const findings = checkForm(value);
  if (known.size >= most) known.clear();
  known.set(text, findings);
  return findings;
}
