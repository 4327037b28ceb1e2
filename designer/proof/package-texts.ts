import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { useBench } from '../package/bench.ts';
import { savedText } from '../package/file-text.ts';
import { isRead, type Texts } from './read-package.ts';

/** All that a check reads of a package, with what lies on the bench; nothing until it has come. */
export const usePackageTexts = (opened: DesignerPackage): Texts | undefined => {
  const { edits } = useBench(opened.key);
  const { files } = opened.draft;
  // what is new on the bench has no hash, and the server no text of it
  const read = useMemo(() => files.flatMap(({ path, sha256 }) => (sha256 !== '' && isRead(path) ? [path] : [])), [files]);
  const saved = useQueries({
    queries: read.map((path) => ({ ...savedText(opened.key, path), staleTime: Infinity })),
    combine: (results) => (results.every(({ data }) => data !== undefined) ? results.map(({ data }) => data!) : undefined),
  });
  return useMemo(() => {
    if (!saved) return undefined;
    const texts = new Map([...files.map(({ path }) => [path, ''] as const), ...saved.map(({ path, text }) => [path, text] as const)]);
    for (const [path, { now }] of edits) {
      if (now === '') texts.delete(path);
      else texts.set(path, now);
    }
    return Object.fromEntries(texts);
  }, [files, saved, edits]);
};
