import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import type { Change } from './causes.ts';
import { decisionSentences } from './decision-words.ts';
import type { ProcessChange } from './process-diff.ts';
import type { Called } from './told/called.ts';
import { formSentences } from './told/form-words.ts';
import { letterSentences } from './told/letter-words.ts';
import { processSentence } from './told/process-words.ts';
import { procedureSentences } from './told/procedure-words.ts';

/** What a file says otherwise, in sentences; `process` are the changes of a process that could be read in both versions. */
export async function saidOf(path: string, before: string | undefined, after: string | undefined, called: Called, process: readonly ProcessChange[] | undefined): Promise<readonly Omit<Change, 'path'>[]> {
  const { text, language } = called;
  const plain = (...sentences: readonly string[]) => sentences.map((sentence) => ({ text: sentence }));
  // What is no text is known to differ, and no more.
  if (before === after) return before === undefined ? plain(text('fileChanged')) : [];
  if (before === undefined) return plain(text('fileAdded'));
  if (after === undefined) return plain(text('fileRemoved'));
  if (path === bpmnFile || path === statechartFile) {
    if (!process) return plain(text('fileChanged'));
    return process.length === 0 ? plain(text('onlyDrawing')) : process.map((change) => ({ process: change, text: processSentence(change, called) }));
  }
  if (path.startsWith('forms/')) return formSentences(before, after, called);
  if (/^decisions\/.*\.dmn$/.test(path)) return plain(...(await decisionSentences(before, after, text, language)));
  if (/^letters\/.*\.json$/.test(path)) return plain(...letterSentences(before, after, called));
  if (path === 'procedure.json') return procedureSentences(before, after, called);
  return plain(text('fileChanged'));
}
