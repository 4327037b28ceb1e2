import type { Finding } from '../../server/api/designer.ts';

/** Where in a letter a finding is about, as `blocks[2].text`; blank when it is about the letter. */
export const placeOf = ({ rule, element, message }: Finding): string =>
  rule === 'letter-expression' ? (/^([^:\s]+):/.exec(message)?.[1] ?? '') : rule === 'letter-file' ? element.slice(1).replaceAll(/\/(\d+)/g, '[$1]').replaceAll('/', '.') : rule === 'letter-field' || rule === 'filled-in' ? element : '';
