import type { Translation } from '../../ui/texts.ts';
import type { decisions as vi } from './vi-decisions.ts';

export const decisions = {
  placeDecisions: 'Decisions',
  whichTable: 'File of decisions',
  noTables: 'This procedure has no decision tables yet.',
  tablesUnreadable: 'This file of decisions cannot be opened for editing',
  otherLogic: 'This decision is neither a table nor an expression; edit it with a DMN tool and import the zip again.',
  expression: 'Expression',
  hitPolicy: 'When several rules hold',
  policy_UNIQUE: 'Must not be: one rule for each case (UNIQUE)',
  policy_FIRST: 'The first one answers (FIRST)',
  policy_PRIORITY: 'The one of highest priority answers (PRIORITY)',
  policy_ANY: 'They must answer alike (ANY)',
  policy_COLLECT: 'All are collected (COLLECT)',
  policy_RULE_ORDER: 'All, in the order of the rules (RULE ORDER)',
  policy_OUTPUT_ORDER: 'All, in the order of priority (OUTPUT ORDER)',
  rule: 'Rule',
  rulesOf: 'Rules: {name}',
  ruleMatched: 'holds for the case being tried',
  addRule: 'Add a rule',
  tryDecision: 'Try this file',
  tryDecisionHint: 'Fill in a case; the rules that hold are marked in the table. It asks what you edit, saved or not.',
  tryText: 'Type text, such as new',
  tryFeel: 'Type a number, true, false or a FEEL expression',
  decided: 'Result',
} satisfies Translation<typeof vi>;
