import type { Node } from './definition.ts';
import type { Draft } from './draft.ts';
import type { Moving } from './elements/element.ts';

/** Speaks what a step says of the dossier's clock and state on entering. */
export const announce = (draft: Draft, token: Moving, { id, step }: Node): void => {
  const { clock, state } = step;
  if (clock === 'start' || clock === 'limit' || clock === 'end') draft.effects.push({ key: `clock.${clock}:${token.id}`, type: 'clock', node: id, action: clock });
  else if (clock !== undefined) draft.effects.push({ key: `clock.pause:${token.id}`, type: 'clock', node: id, action: 'pause', cause: clock.slice(6) });
  if (state !== undefined) draft.effects.push({ key: `dossier.state:${token.id}`, type: 'dossier.state', node: id, state });
};
