import { evaluate } from '../../engine/expression/feel.ts';
import type { Json } from '../../engine/state.ts';
import { normalisers } from '../../forms/normalise.ts';
import { parseNumber } from '../../forms/number.ts';
import type { Language } from '../../ui/language.ts';

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const amount = /\s*(?:đ|đồng|VND)$/iu;

/** What was typed as the value of an input of a type, as people write it: "12,5", "75.000 đ", "01/07/2026"; nothing where it is no such value. Blank is no value, and only what has another type is read as FEEL. */
export function triedValue(type: string, typed: string, language: Language, at: string): Json | undefined {
  const text = typed.normalize('NFC').trim();
  if (text === '') return null;
  switch (type) {
    case 'string': {
      const quoted = /^"([^"\\]*)"$/.exec(text);
      return quoted ? quoted[1]! : text;
    }
    case 'number': return parseNumber(text.replace(amount, ''), language);
    case 'boolean': return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'date': {
      const day = normalisers['date']!(text);
      return isoDay.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined;
    }
    default: {
      const result = evaluate(text, {}, at);
      return 'value' in result && result.missing.length === 0 ? result.value : text;
    }
  }
}
