import { useQuery } from '@tanstack/react-query';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import { fileTitle } from '../package/file-title.ts';
import { readForm } from '../forms/read-form.ts';
import { useText } from '../words.ts';
import type { Change } from './causes.ts';
import { aboutSentences, formSentence, processSentence } from './change-words.ts';
import { basisOf } from './basis.ts';
import { decisionSentences } from './decision-words.ts';
import { formChanges } from './form-diff.ts';
import { letterSentences } from './letter-words.ts';
import { processChanges, type ProcessChange } from './process-diff.ts';
import { readDefinition } from './read-definition.ts';
import { textOf } from './text-of.ts';

export interface FileChange {
  readonly path: string;
  /** What the file is, by what people call it. */
  readonly title: string;
  readonly said: readonly Change[];
  /** Of a drawing: both states, and what is different where. */
  readonly drawn?: { readonly before: string; readonly after: string; readonly changes: readonly ProcessChange[] };
  /** The file is new, or there no more. */
  readonly whole?: 'added' | 'removed';
}

/** What the draft changes against the version that it goes on from, file by file, in sentences. */
export const useChanges = (opened: DesignerPackage) => useDifference(opened, basisOf(opened.versions)?.hash, undefined, opened.changed);

/** What is different from one version to another, or to the saved draft: of files that are known to differ, or of all that do. `origin` is the procedure of the first version, where it is another. */
export const useDifference = (opened: Pick<DesignerPackage, 'key' | 'draft' | 'roles'>, from: string | undefined, to: string | undefined, known?: readonly string[], origin = opened.key) => {
  const text = useText();
  const language = useLanguage();
  const roleName = (code: string) => {
    const role = opened.roles.find((one) => one.role === code);
    return role ? pick(role.name, language) : code;
  };
  const changeOf = async (path: string): Promise<FileChange> => {
    const [before, after] = await Promise.all([from === undefined ? undefined : textOf(origin, path, from), textOf(opened.key, path, to)]);
    const changes = (path === bpmnFile || path === statechartFile) && before !== undefined && after !== undefined ? await changesOf(path, before, after) : undefined;
    return { path, title: fileTitle(path, after ?? before ?? '', text, language), said: (await saidOf(path, before, after)).map((said) => ({ path, ...said })), ...(changes && changes.length > 0 && { drawn: { before: before!, after: after!, changes } }), ...(before === after ? {} : before === undefined ? { whole: 'added' } : after === undefined ? { whole: 'removed' } : {}) };
  };
  const changesOf = async (path: string, before: string, after: string): Promise<readonly ProcessChange[] | undefined> => {
    const [old, next] = await Promise.all([readDefinition(path, before), readDefinition(path, after)]);
    return old && next && processChanges(old, next, language);
  };
  const plain = (...sentences: readonly string[]) => sentences.map((sentence) => ({ text: sentence }));
  const saidOf = async (path: string, before: string | undefined, after: string | undefined): Promise<readonly Omit<Change, 'path'>[]> => {
    // What is no text is known to differ, and no more.
    if (before === after) return before === undefined ? plain(text('fileChanged')) : [];
    if (before === undefined) return plain(text('fileAdded'));
    if (after === undefined) return plain(text('fileRemoved'));
    if (path === bpmnFile || path === statechartFile) {
      const changes = await changesOf(path, before, after);
      if (!changes) return plain(text('fileChanged'));
      return changes.length === 0 ? plain(text('onlyDrawing')) : changes.map((process) => ({ process, text: processSentence(text, language, process, roleName) }));
    }
    if (path.startsWith('forms/')) {
      const [old, next] = [readForm(before), readForm(after)];
      if (!('form' in old) || !('form' in next)) return plain(text('fileChanged'));
      const changes = formChanges(old.form, next.form, language);
      return changes.length === 0 ? plain(text('onlyWriting')) : changes.map((form) => ({ form, text: formSentence(text, form) }));
    }
    if (/^decisions\/.*\.dmn$/.test(path)) return plain(...(await decisionSentences(before, after, text, language)));
    if (/^letters\/.*\.json$/.test(path)) return plain(...letterSentences(before, after, text));
    if (path === 'procedure.json') return aboutSentences(before, after, text);
    return plain(text('fileChanged'));
  };
  return useQuery({
    queryKey: ['designer changes', opened.key, opened.draft.revision, from, to, language, origin],
    queryFn: async () => {
      const paths = known ?? (await call('GET /api/designer/procedures/:key/compare', { params: { key: opened.key }, query: { from: from ?? '', ...(to !== undefined && { to }) } })).changed;
      return Promise.all(paths.map(changeOf));
    },
  });
};
