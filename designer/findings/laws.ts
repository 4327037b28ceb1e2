import { createContext } from 'react';
import type { Mark } from '../../procedures/procedure.ts';
import type { Finding } from '../../server/api/designer.ts';
import { readProcedure } from '../about/read-procedure.ts';
import { readForm } from '../forms/read-form.ts';
import type { Texts } from '../proof/read-package.ts';

/** The law that something follows, in the words of its source. */
export interface Law {
  readonly source: string;
  readonly mark?: Mark;
}

/** What law the matter of a finding follows; nothing where the package names none. */
export const FindingLaw = createContext<(finding: Finding) => Law | undefined>(() => undefined);

/** The law beside a finding: of a time limit what it is set by, of a question what it is asked by, of a letter its source. */
export function lawOf({ rule, element, file = '', message }: Finding, texts: Texts): Law | undefined {
  if (rule.startsWith('time-')) return lawOfLimit(message, texts);
  if (file.startsWith('forms/')) return lawOfQuestion(element, texts[file] ?? '');
  const letter = /^letters\/([^/]+)\.json$/.exec(file)?.[1];
  return letter === undefined ? undefined : sourced(procedureIn(texts)?.letters[letter]);
}

/** A source without where it was read, which says nothing to whoever designs. */
const withoutReading = (source: string): string => source.split(';').map((part) => part.trim()).filter((part) => !part.startsWith('gh:')).join('; ') || source;

const sourced = (from: { readonly source: string; readonly mark: Mark } | undefined): Law | undefined => from && { source: withoutReading(from.source), mark: from.mark };

const procedureIn = (texts: Texts) => {
  const reading = readProcedure(texts['procedure.json'] ?? '');
  return 'procedure' in reading ? reading.procedure : undefined;
};

/** Where a row of a table sets the limit, as the finding says, the row's own first note; else what the procedure's limit follows. */
function lawOfLimit(message: string, texts: Texts): Law | undefined {
  const [, row, file, decision] = /as row (\d+) of ([\w-]+)#([\w-]+) says/.exec(message) ?? [];
  const table = new RegExp(`<(?:\\w+:)?decision\\b[^>]*\\bid="${decision ?? ''}"[^]*?</(?:\\w+:)?decision>`).exec(texts[`decisions/${file}.dmn`] ?? '')?.[0] ?? '';
  const said = [...table.matchAll(/<(?:\w+:)?rule\b[^]*?<\/(?:\w+:)?rule>/g)][Number(row) - 1]?.[0] ?? '';
  const note = /<(?:\w+:)?annotationEntry\b[^>]*>\s*<(?:\w+:)?text>([^<]*)</.exec(said)?.[1]?.trim();
  return note === undefined || note === '' ? sourced(procedureIn(texts)?.timeLimit.at(-1)) : { source: note };
}

/** The basis of a question, or of the group that it belongs to. */
function lawOfQuestion(id: string, text: string): Law | undefined {
  const reading = readForm(text);
  if (!('form' in reading)) return undefined;
  const found = Object.entries(reading.form.sources).filter(([of]) => id === of || id.startsWith(`${of}.`) || id.startsWith(`${of}[]`)).toSorted(([one], [other]) => other.length - one.length)[0]?.[1];
  return found && { source: found.basis, mark: found.mark };
}
