import { stringOf } from '../../../engine/expression/string.ts';
import { parse, type Syntax } from '../../../engine/expression/syntax.ts';
import { pick } from '../../../ui/language.ts';
import type { Named } from '../../conditions/named.ts';
import { sentenceWords } from '../../conditions/phrases.ts';
import { readSentence } from '../../conditions/read-sentence.ts';
import { quoted, type Telling } from './shape.ts';

/** FEEL as people read it: the sentence that the designer has for it, else the formula with what it names called by its labels, and its commonest words in the reader's. What builds data has names of its own that say nothing to people: it is a formula, and no more. */
export function feelWords(feel: string, named: readonly Named[], { text, language }: Telling, as: 'expression' | 'tests' = 'expression'): string {
  const written = feel.replace(/^\s*=/, '').trim();
  const sentence = as === 'expression' ? readSentence(written, named) : undefined;
  if (sentence) return sentenceWords(sentence, { text, language, named });
  let tree: Syntax;
  try {
    // the parser must be told of names that hold spaces
    tree = parse(written, as, Object.fromEntries(named.flatMap(({ name }) => (/\s/.test(name) ? [[name, null]] : []))));
  } catch {
    return quoted(written);
  }
  if (builds(tree)) return text('toldFormula');
  const labels = new Map(named.map(({ name, label }) => [name.replaceAll(/\s+/g, ''), pick(label, language)]));
  const chosen = new Map(namesIn(tree).flatMap((name) => named.find((one) => one.name === name)?.options ?? []).map(({ value, label }) => [String(value), pick(label, language)]));
  const keywords = new Map([['and', text('joinAnd')], ['or', text('joinOr')], ['if', text('feelIf')], ['then', text('feelThen')], ['else', text('feelElse')], ['true', text('answerYes')], ['false', text('answerNo')], ['null', text('feelNull')]]);
  const word = (node: Syntax): string | undefined => {
    if (isName(node)) return nameWords(node.text.replace(/\s+/g, ''), labels) ?? (bound.has(node.text.split('.')[0]!.trim()) ? undefined : text('toldSomeValue'));
    if (node.kind === 'StringLiteral') return literalWords(stringOf(node.text), chosen, text);
    if (node.kind === 'CompareOp') return ({ '!=': '≠', '>=': '≥', '<=': '≤' } as Readonly<Record<string, string>>)[node.text];
    return node.children.length === 0 || node.kind === 'BooleanLiteral' ? keywords.get(node.text) : undefined;
  };
  const bound = new Set(['item', 'partial', ...boundIn(tree)]);
  const replace = (node: Syntax, isCalled = false): string => {
    const said = isCalled ? node.text : word(node);
    if (said !== undefined) return said;
    let at = node.from;
    const parts = node.children.map((child) => {
      const part = written.slice(at, child.from) + replace(child, node.kind === 'FunctionInvocation' && child === node.children[0]);
      at = child.from + child.text.length;
      return part;
    });
    return node.children.length === 0 ? node.text : parts.join('') + written.slice(at, node.from + node.text.length);
  };
  return replace(tree).replace(/\s+/g, ' ');
}

/** Whether it makes data or functions of its own. */
const builds = ({ kind, children }: Syntax): boolean => kind === 'Context' || kind === 'FunctionDefinition' || children.some(builds);
/** Names that it gives what it looks at one by one. */
const boundIn = (node: Syntax): readonly string[] => [...(node.kind === 'InExpression' && node.children[0] ? [node.children[0].text] : []), ...node.children.flatMap(boundIn)];

/** A text by which programs know something, and people do not. */
export const isCode = (value: string): boolean => /^[a-z][a-z0-9]*([-_.][a-z0-9]+|[A-Z][a-z0-9]*)+$/.test(value);
/** Names that people gave, and not those by which programs know one another. */
export const isReadable = (name: string): boolean => /\s|[^\p{ASCII}]/u.test(name);

/** A choice by its label; a code that is none of those known says nothing to people. */
const literalWords = (value: string, chosen: ReadonlyMap<string, string>, text: Telling['text']): string =>
  (value === '' ? text('feelNull') : chosen.has(value) ? quoted(chosen.get(value)!) : isCode(value) ? text('toldCodeHeld') : quoted(value));

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
