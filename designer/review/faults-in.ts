/** A rule of axe that is not kept, with where. */
export interface Fault {
  readonly rule: string;
  readonly help: string;
  readonly places: readonly string[];
}

/** What WCAG 2.2 asks at levels A and AA, as far as a program can judge it. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in a part of this page as it is drawn. Its script is fetched when it is asked for the first time. */
export const faultsIn = async (part: HTMLElement): Promise<readonly Fault[]> => {
  const { default: axe } = await import('axe-core');
  const { violations } = await axe.run(part, { runOnly: levels, resultTypes: ['violations'], iframes: false });
  return violations.map(({ id, help, nodes }) => ({ rule: id, help, places: nodes.map(({ target }) => target.join(' ')) }));
};
