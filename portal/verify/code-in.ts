/**
 * The verification code in what was typed, pasted or read from a QR: the code itself or the address that ends in it.
 * Spaces and case are forgiven. Empty when there is none.
 */
export const codeIn = (typed: string): string => {
  const last = typed.trim().replace(/[/?#]+$/, '').split(/[/=]/).at(-1) ?? '';
  const code = last.replace(/\s+/g, '');
  return /^[A-Za-z0-9._-]{4,64}$/.test(code) ? code : '';
};
