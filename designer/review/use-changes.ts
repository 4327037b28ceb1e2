import { useQuery } from '@tanstack/react-query';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { isProblem } from '../../ui/problem.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import { readForm } from '../forms/read-form.ts';
import { useText } from '../words.ts';
import { aboutSentences, formSentence, processSentence } from './change-words.ts';
import { formChanges } from './form-diff.ts';
import { processChanges } from './process-diff.ts';
import { readDefinition } from './read-definition.ts';

export interface FileChange {
  readonly path: string;
  readonly sentences: readonly string[];
}

const textOf = async (key: string, path: string, version?: string): Promise<string | undefined> => {
  try {
    return (await call('GET /api/designer/procedures/:key/file', { params: { key }, query: { path, ...(version && { version }) } })).text;
  } catch (error) {
    if (isProblem(error, 'not-found')) return undefined;
    throw error;
  }
};

/** What the draft changes against the live version, file by file, in sentences. */
export const useChanges = (opened: DesignerPackage) => {
  const text = useText();
  const language = useLanguage();
  const live = opened.versions.find(({ current }) => current)?.hash;
  const roleName = (code: string) => {
    const role = opened.roles.find((one) => one.role === code);
    return role ? pick(role.name, language) : code;
  };
  const sentencesOf = async (path: string): Promise<string[]> => {
    const [before, after] = await Promise.all([live === undefined ? undefined : textOf(opened.key, path, live), textOf(opened.key, path)]);
    if (before === undefined) return [text('fileAdded')];
    if (after === undefined) return [text('fileRemoved')];
    if (path === bpmnFile || path === statechartFile) {
      const [old, next] = await Promise.all([readDefinition(path, before), readDefinition(path, after)]);
      if (!old || !next) return [text('fileChanged')];
      const changes = processChanges(old, next);
      return changes.length === 0 ? [text('onlyDrawing')] : changes.map((change) => processSentence(text, language, change, roleName));
    }
    if (path.startsWith('forms/')) {
      const [old, next] = [readForm(before), readForm(after)];
      if (!('form' in old) || !('form' in next)) return [text('fileChanged')];
      const changes = formChanges(old.form, next.form, language);
      return changes.length === 0 ? [text('onlyWriting')] : changes.map((change) => formSentence(text, change));
    }
    if (path === 'procedure.json') return aboutSentences(before, after, text);
    return [text('fileChanged')];
  };
  return useQuery({
    queryKey: ['designer changes', opened.key, opened.draft.revision, live, language],
    queryFn: () => Promise.all(opened.changed.map(async (path): Promise<FileChange> => ({ path, sentences: await sentencesOf(path) }))),
  });
};
