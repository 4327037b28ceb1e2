import type { LocalText } from '../../forms/text.ts';

/** What a form (`title`) or a letter (`name`) calls itself; nothing where its text cannot be read. */
export function namedIn(source: string): LocalText | undefined {
  try {
    const { title, name } = JSON.parse(source) as { readonly title?: LocalText; readonly name?: LocalText };
    return title ?? name;
  } catch {
    return undefined;
  }
}
