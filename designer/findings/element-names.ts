import { createContext } from 'react';

/** What an element of the process at hand is called; nothing for what is no element of it. */
export const ElementNames = createContext<(id: string) => string | undefined>(() => undefined);

/** Ids as tools and this drawing make them, and decisions as steps name them (`fee#fee`): no word of a sentence looks like one. */
const id = /(?<![\w"“-])([a-z][\w-]*#[\w-]+)|(?:"([^"]+)" )?\(([A-Za-z_][\w/.-]*)\)|(?<![\w"“-])(?=[A-Za-z_][\w-]*[_\d])([A-Za-z_][\w-]*)(?![\w"”])/g;

/** A sentence of the checker with elements by their names, where it names them by their ids. */
export const inNames = (sentence: string, nameOf: (id: string) => string | undefined): string =>
  sentence.replace(id, (whole, decision: string | undefined, _name: string | undefined, bracketed: string | undefined, bare: string | undefined) => {
    const name = nameOf(decision ?? bracketed ?? bare ?? '');
    return name === undefined ? whole : `“${name}”`;
  });
