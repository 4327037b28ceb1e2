import type { Translation } from '../../ui/texts.ts';
import type { keys as vi } from './vi-keys.ts';

/** The keys of the designer and what they do. */
export const keys = {
  keysTitle: 'Keys',
  key_panes: 'F6, Shift + F6',
  keyDoes_panes: 'To the next part of the page, to the one before',
  key_save: 'Ctrl + S',
  keyDoes_save: 'Save the draft',
  key_undo: 'Ctrl + Z, Ctrl + Shift + Z',
  keyDoes_undo: 'Undo, redo, whichever page the change was made on',
  key_list: '↑ ↓ Home End',
  keyDoes_list: 'Go through a list, the tabs, the kinds of question',
  key_enter: 'Enter',
  keyDoes_enter: 'In the list of steps: to the properties of the step',
  key_escape: 'Escape',
  keyDoes_escape: 'From the properties back to the list; close a dialog',
  key_insert: 'Insert',
  keyDoes_insert: 'Add, connect or delete at the selected step',
  key_cells: 'Arrows, Enter, F2',
  keyDoes_cells: 'In a decision table: to the next cell; edit the cell, keep it (Escape: take back what was typed)',
  key_move: 'Alt + ↑ ↓, Delete',
  keyDoes_move: 'In a form: move or remove a question',
} satisfies Translation<typeof vi>;
