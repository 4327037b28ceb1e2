import type { Shape } from '../../procedures/described/description.ts';
import type { Text } from '../words.ts';

/** Of which kind a value is, in words. */
export const typeWords = (text: Text, { type, enum: choices, items }: Shape): string => {
  if (choices) return choices.map(String).join(' | ');
  const types = Array.isArray(type) ? (type as readonly string[]) : [type as string];
  return types.map((one) => (one === 'array' && items ? text('connectorListOf', { of: typeWords(text, items) }) : text(`connectorType_${one}` as 'connectorType_string'))).join(` ${text('connectorOr')} `);
};
