import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { pane } from '../../shell/panes.ts';
import { useText } from '../../words.ts';

/** What somebody who works with keys comes for: all of the panel, or the changes of the structure in it. */
interface Entry {
  readonly changes: boolean;
}

/** Marks the part of a panel in which the process itself is changed. */
export const changesPart = { 'data-changes': '' } as const;

/** The ways between the outline and the panel about what is selected there: into it by Enter, to its changes by Insert. */
export function useEntry(select: (id: string) => void) {
  const [entry, setEntry] = useState<Entry>();
  return {
    entry,
    /** `byKey`: chosen by keyboard, so that the focus goes along. */
    choose: useCallback((id: string, byKey: boolean) => {
      select(id);
      if (byKey) setEntry({ changes: false });
    }, [select]),
    keys: (event: KeyboardEvent) => {
      if (event.key !== 'Insert') return;
      event.preventDefault();
      setEntry({ changes: true });
    },
  };
}

interface SidePanelProps {
  entry: Entry | undefined;
  /** What is selected, by its name. */
  about: string | undefined;
  hidden: boolean;
  children: ReactNode;
}

/** Beside the drawing, what can be said of what is selected. Escape goes back to its row of the outline. */
export const SidePanel = ({ entry, about, hidden, children }: SidePanelProps) => {
  const text = useText();
  const box = useRef<HTMLElement>(null);
  // before the next key is heard: what follows Enter is meant for the panel
  useLayoutEffect(() => {
    if (!entry || !box.current) return;
    const changes = entry.changes ? box.current.querySelector<HTMLDetailsElement>('[data-changes]') : null;
    if (changes) changes.open = true;
    (changes?.querySelector<HTMLElement>('select, button') ?? box.current).focus();
  }, [entry]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const row = document.querySelector<HTMLElement>('.outline [aria-current]');
    if (!row) return;
    event.preventDefault();
    row.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a way out by key besides Tab
    <aside className="process-panel" ref={box} {...pane} onKeyDown={leave} hidden={hidden} aria-label={about === undefined ? text('panel') : `${text('panel')}: ${about}`}>{children}</aside>
  );
};
