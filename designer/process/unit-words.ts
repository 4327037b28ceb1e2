import type { DesignerPackage } from '../../server/api/designer.ts';
import { pick, type Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';

/** Which unit's people may do a step, besides what FEEL gives: the competent one, the receiving one, the nearest of each kind that there is. */
export const unitOptions = ({ unitKinds }: Pick<DesignerPackage, 'unitKinds'>, text: Text, language: Language) => [
  { value: '', label: text('unitCompetent') }, { value: 'receiving', label: text('unitReceiving') },
  ...unitKinds.map(({ kind, example }) => ({ value: `kind:${kind}`, label: text('unitNearest', { example: pick(example, language) }) })),
];
