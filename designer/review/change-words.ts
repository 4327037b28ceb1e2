import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import type { Change } from './causes.ts';
import type { ProcessChange } from './process-diff.ts';
import { isBeside, type Called } from './told/called.ts';
import { decisionSentences } from './told/decision-words.ts';
import { adoptedSentences, applicationSentences, connectorSentences, proseSentences, scenarioSentences } from './told/file-words.ts';
import { formSentences } from './told/form-words.ts';
import { letterSentences } from './told/letter-words.ts';
import { processSentence } from './told/process-words.ts';
import { procedureSentences } from './told/procedure-words.ts';

/** What a file says otherwise, in sentences; `process` are the changes of a process that could be read in both versions. */
export function saidOf(path: string, before: string | undefined, after: string | undefined, called: Called, process: readonly ProcessChange[] | undefined): readonly Omit<Change, 'path'>[] {
  const { text } = called;
  const plain = (...sentences: readonly string[]) => sentences.map((sentence) => ({ text: sentence }));
  // What is no text is known to differ, and no more.
  if (before === after) return before === undefined ? plain(text('fileChanged')) : [];
  if (before === undefined) return plain(text('fileAdded'));
  if (after === undefined) return plain(text('fileRemoved'));
  if (path === bpmnFile || path === statechartFile || isBeside(path)) {
    if (!process) return plain(text('fileChanged'));
    return process.length === 0 ? plain(text('onlyDrawing')) : process.map((change) => ({ process: change, text: processSentence(change, called) }));
  }
  if (path.startsWith('forms/')) return formSentences(before, after, called);
  if (path === 'procedure.json') return procedureSentences(before, after, called);
  const [, decisions] = /^decisions\/(.+)\.dmn$/.exec(path) ?? [];
  if (decisions !== undefined) return plain(...decisionSentences(decisions, before, after, called));
  const sentences = others.find(([kind]) => kind.test(path))?.[1];
  return plain(...(sentences?.(before, after, called) ?? [text('fileChanged')]));
}

/** How files are told that say nothing of what a change means for dossiers in flight. */
const others: readonly (readonly [RegExp, (before: string, after: string, called: Called) => readonly string[]])[] = [
  [/^letters\/.*\.json$/, letterSentences], [/^connectors\/.*\.json$/, connectorSentences], [/^scenarios\/applications\/.*\.json$/, applicationSentences], [/^scenarios\/.*\.json$/, scenarioSentences],
  [/^adopted\.json$/, adoptedSentences], [/\.(md|txt)$/, proseSentences],
];
