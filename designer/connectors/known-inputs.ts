import type { Shape } from '../../procedures/described/description.ts';

/** Something that a connector takes. */
export interface KnownInput {
  readonly name: string;
  readonly shape: Shape;
  readonly isRequired: boolean;
}

/** What the connector of this text takes, by name; nothing while it cannot be read. */
export function knownInputs(text: string): readonly KnownInput[] {
  try {
    const { properties = {}, required = [] } = (JSON.parse(text) as { readonly inputs: Shape }).inputs;
    return Object.entries(properties).map(([name, shape]) => ({ name, shape, isRequired: required.includes(name) }));
  } catch {
    return [];
  }
}
