import type { DesignerPackage, Finding } from '../../server/api/designer.ts';
import type { Language } from '../../ui/language.ts';
import type { Drawing } from '../process/drawing-tools.ts';
import type { Texts } from '../proof/read-package.ts';
import type { Text } from '../words.ts';
import type { Workpiece } from './workpiece.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One way to mend what a finding tells, done by commands of what is edited, so that undo takes it back. */
export interface Fix {
  /** What it does: the words on its button. */
  readonly say: string;
  /** What there is to choose from, the likeliest first; `undefined`: nothing has to be chosen. Empty: it is not offered. */
  readonly choices?: readonly Choice[] | (() => Promise<readonly Choice[]>);
  readonly run: (choice: string) => void;
}

/** What a fix may look at and change. */
export interface Site {
  readonly piece: Workpiece;
  readonly opened: DesignerPackage;
  /** Names of the decisions. */
  readonly decisions: readonly string[];
  readonly texts: Texts;
  readonly language: Language;
  readonly text: Text;
  readonly nameOf: (id: string) => string;
}

export interface DrawnSite extends Site {
  readonly drawing: Drawing;
}

/** The ways to mend a finding of some rule; none where it knows none. */
export type Fixer<S extends Site = Site> = (finding: Finding, site: S) => readonly Fix[];
export type Fixers<S extends Site> = Readonly<Record<string, Fixer<S>>>;
