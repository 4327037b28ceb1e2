import type { Translation } from '../../ui/texts.ts';
import type { changes as vi } from './vi-changes.ts';

export const changes = {
  decisionAdded: 'Added “{decision}”.',
  decisionRemoved: 'Removed “{decision}”.',
  decisionColumns: '“{decision}”: the columns of the table changed.',
  decisionOrder: '“{decision}”: the rows changed their order.',
  decisionText: '“{decision}”: the formula changed from “{from}” to “{to}”.',
  decisionPolicy: '“{decision}”: how rows are chosen changed from “{from}” to “{to}”.',
  ruleCell: '“{decision}”, row {rule}, {column}: from “{from}” to “{to}”.',
  tableRuleAdded: '“{decision}”: added row {rule} ({cells}).',
  tableRuleRemoved: '“{decision}”: removed what was row {rule} ({cells}).',
  letterHeadChanged: 'Head of the letter, {place}: from “{from}” to “{to}”.',
  letterPartAdded: 'Added part {number}, {kind}: “{says}”.',
  letterPartRemoved: 'Removed what was part {number}, {kind}: “{says}”.',
  letterPartChanged: 'Part {number}, {kind}, {place}: from “{from}” to “{to}”.',
  letterPlace_text: 'text',
  letterPlace_under: 'line below',
  letterPlace_when: 'stands when',
  letterPlace_align: 'alignment',
  letterPlace_style: 'style',
  letterPlace_items: 'items',
  letterPlace_rows: 'rows',
} satisfies Translation<typeof vi>;
