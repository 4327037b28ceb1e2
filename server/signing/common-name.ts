/** The common name of a subject or an issuer as Node writes it, one attribute a line; all of it where it has none. */
export function commonName(subject: string): string {
  const line = subject.split('\n').find((one) => one.startsWith('CN='));
  return (line?.slice(3) ?? subject.replaceAll('\n', ', ')).replaceAll(/\\(.)/g, '$1');
}
