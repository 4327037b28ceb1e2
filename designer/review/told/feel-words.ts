import { stringOf } from '../../../engine/expression/string.ts';
import { parse, type Syntax } from '../../../engine/expression/syntax.ts';
import { pick } from '../../../ui/language.ts';
import type { Named } from '../../conditions/named.ts';
import { sentenceWords } from '../../conditions/phrases.ts';
import { readSentence } from '../../conditions/read-sentence.ts';
import { quoted, type Telling } from './shape.ts';

/** FEEL as people read it: the sentence that the designer has for it, else the formula with what it names called by its labels, and its commonest words in the reader's. */
export function feelWords(feel: string, named: readonly Named[], { text, language }: Telling): string {
  const written = feel.replace(/^\s*=/, '').trim();
  const sentence = readSentence(written, named);
  if (sentence) return sentenceWords(sentence, { text, language, named });
  let tree: Syntax;
  try {
    tree = parse(written, 'expression', {});
  } catch {
    return quoted(written);
  }
  const labels = new Map(named.map(({ name, label }) => [name, pick(label, language)]));
  const chosen = new Map(namesIn(tree).flatMap((name) => named.find((one) => one.name === name)?.options ?? []).map(({ value, label }) => [String(value), pick(label, language)]));
  const keywords: Readonly<Record<string, string>> = { and: text('joinAnd'), or: text('joinOr'), if: text('feelIf'), then: text('feelThen'), else: text('feelElse'), true: text('answerYes'), false: text('answerNo'), null: text('feelNull') };
  const word = (node: Syntax): string | undefined => {
    if (isName(node)) return nameWords(node.text.replace(/\s+/g, ''), labels);
    if (node.kind === 'StringLiteral') return quoted(chosen.get(stringOf(node.text)) ?? stringOf(node.text));
    if (node.kind === 'CompareOp') return ({ '!=': '≠', '>=': '≥', '<=': '≤' } as Readonly<Record<string, string>>)[node.text];
    return node.children.length === 0 || node.kind === 'BooleanLiteral' ? keywords[node.text] : undefined;
  };
  const replace = (node: Syntax): string => {
    const said = word(node);
    if (said !== undefined) return said;
    let at = node.from;
    const parts = node.children.map((child) => {
      const part = written.slice(at, child.from) + replace(child);
      at = child.from + child.text.length;
      return part;
    });
    return node.children.length === 0 ? node.text : parts.join('') + written.slice(at, node.from + node.text.length);
  };
  return replace(tree).replace(/\s+/g, ' ');
}

const isName = ({ kind, text }: Syntax): boolean => kind === 'VariableName' || (kind === 'PathExpression' && /^[\p{L}\p{N}_.\s]+$/u.test(text));
const namesIn = (node: Syntax): readonly string[] => [...(isName(node) ? [node.text.replace(/\s+/g, '')] : []), ...node.children.flatMap(namesIn)];

/** A dotted name by the label of all of it, else of as much of it as has one. */
function nameWords(name: string, labels: ReadonlyMap<string, string>): string | undefined {
  const steps = name.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const label = labels.get(steps.slice(0, length).join('.'));
    if (label !== undefined) return quoted(label);
  }
  return undefined;
}
