import type { Language } from '../../ui/language.ts';
import { readAnswer, readTest, type ColumnSense } from '../decisions/cell-reading.ts';
import { outputWord, readingWords } from '../decisions/reading-words.ts';
import { moneyNames } from '../decisions/use-senses.ts';
import type { Text } from '../words.ts';
import { decisionChanges, type ColumnOf, type DecisionChange } from './decision-diff.ts';

/** Changes of a decision file as sentences, each cell read in words where it has some. */
export async function decisionSentences(before: string, after: string, text: Text, language: Language): Promise<string[]> {
  const changes = await decisionChanges(before, after, language);
  if (!changes) return [text('fileChanged')];
  return changes.length === 0 ? [text('onlyWriting')] : changes.map((change) => sentence(change, text, language));
}

function sentence(change: DecisionChange, text: Text, language: Language): string {
  const words = readingWords(text);
  const columnName = ({ side, name, label }: ColumnOf) => (side === 'outputs' ? (label === name ? outputWord(text, name) : label) : label);
  const said = ({ side, name, type }: ColumnOf, cell: string): string => {
    const sense: ColumnSense = { name, type, labels: new Map(), isMoney: moneyNames.has(name) };
    const read = side === 'inputs' ? readTest(cell, sense, words, language) : side === 'outputs' ? readAnswer(cell, sense, words, language) : undefined;
    return (read ?? cell.replace(/^"([^"]*)"$/, '$1')) || text('nothing');
  };
  switch (change.change) {
    case 'decision-added': return text('decisionAdded', { decision: change.decision });
    case 'decision-removed': return text('decisionRemoved', { decision: change.decision });
    case 'decision-columns': return text('decisionColumns', { decision: change.decision });
    case 'decision-order': return text('decisionOrder', { decision: change.decision });
    case 'decision-text': return text('decisionText', { decision: change.decision, from: change.from || text('nothing'), to: change.to || text('nothing') });
    case 'decision-policy': return text('decisionPolicy', { decision: change.decision, from: change.from, to: change.to });
    case 'rule-cell': return text('ruleCell', { decision: change.decision, rule: change.rule, column: columnName(change.column), from: said(change.column, change.from), to: said(change.column, change.to) });
    case 'rule-added':
    case 'rule-removed': return text(change.change === 'rule-added' ? 'tableRuleAdded' : 'tableRuleRemoved', { decision: change.decision, rule: change.rule, cells: change.cells.map(({ column, text: cell }) => `${columnName(column)}: ${said(column, cell)}`).join('; ') });
  }
}
