import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useFileTexts } from '../package/file-text.ts';
import { useText } from '../words.ts';
import { pathOf, tableAt, tableFiles } from './table-files.ts';
import { fileName, readTables, type DecisionView } from './table-file.ts';

/** A decision of the package as a step asks it. */
interface KnownTable {
  /** `fee#feeLines` */
  readonly reference: string;
  readonly file: string;
  readonly title: string;
  /** With its file where that has several. */
  readonly label: string;
  readonly view: DecisionView;
  /** What its file wants to be handed: what is said of each input by its name. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** The decisions of a package, saved or not, by what people call them. */
export const useTables = (opened: DesignerPackage): readonly KnownTable[] => useTablesIn(useFileTexts(opened.key, tableFiles(opened).map(pathOf)));

/** The decisions among texts by their paths, by what people call them. */
export const useTablesIn = (texts: ReadonlyMap<string, string>): readonly KnownTable[] => {
  const text = useText();
  const language = useLanguage();
  const files = [...texts].flatMap(([path, source]) => {
    const file = tableAt(path);
    return file === undefined ? [] : [{ file, source }];
  });
  const readings = useQueries({
    queries: files.map(({ source }) => ({ queryKey: ['decision tables', source, language], queryFn: () => readTables(source, language) })),
    combine: (found) => found.map(({ data }) => data),
  });
  return useMemo(() => files.flatMap(({ file, source }, index) => {
    const reading = readings[index];
    if (!reading || !('decisions' in reading)) return [];
    const called = fileName(source, language) ?? file;
    return reading.decisions.map((view) => ({ view, reference: `${file}#${view.id}`, file, title: view.title, label: reading.decisions.length === 1 ? view.title : text('tableOf', { table: view.title, file: called }), inputs: reading.asks }));
    // oxlint-disable-next-line react/exhaustive-deps -- the files are in the texts' paths
  }), [readings, texts, language, text]);
};
