import { useMemo } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { alphabetical } from '../../ui/alphabetical.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { filesIn } from './files-in.ts';
import { useFileTexts } from './file-text.ts';
import { namedIn } from './named-in.ts';

/** The files of a folder as they are chosen from: by what people call them, two of the same name with their keys behind. */
export function useFileChoices(opened: DesignerPackage, folder: 'forms' | 'letters' | 'connectors'): readonly { readonly value: string; readonly label: string }[] {
  const language = useLanguage();
  const keys = filesIn(opened, folder);
  const texts = useFileTexts(opened.key, keys.map((key) => `${folder}/${key}.json`));
  return useMemo(() => {
    const named = keys.map((value) => {
      const name = namedIn(texts.get(`${folder}/${value}.json`) ?? '');
      return { value, label: (name && pick(name, language)) || value };
    });
    return alphabetical(named, ({ label }) => label, language).map((one) => (named.some((other) => other !== one && other.label === one.label) ? { ...one, label: `${one.label} (${one.value})` } : one));
    // oxlint-disable-next-line react/exhaustive-deps -- the keys are in the texts' paths
  }, [texts, folder, language, keys.join(' ')]);
}
