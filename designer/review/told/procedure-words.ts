import { readProcedure } from '../../about/read-procedure.ts';
import type { Called } from './called.ts';
import { procedureShape } from './procedure-shape.ts';
import { tell, type Told } from './shape.ts';

/** Changes of procedure.json as sentences, each with its place in the file. */
export function procedureSentences(before: string, after: string, called: Called): readonly (Pick<Told, 'text'> & Partial<Told>)[] {
  const { text } = called;
  const [old, next] = [readProcedure(before), readProcedure(after)];
  if (!('procedure' in old) || !('procedure' in next)) return [{ text: text('fileChanged') }];
  const told = tell(old.procedure, next.procedure, procedureShape(called), called);
  return told.length === 0 ? [{ text: text('onlyWriting') }] : told;
}
