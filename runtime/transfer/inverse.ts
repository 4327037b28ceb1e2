import type { Definition } from '../../engine/definition.ts';
import type { TransferReason } from '../../storage/tables/transfers.ts';

/** The plan back, and why what stands or was done at some elements, by the id they have now, has no way back by itself. */
export interface Inverse {
  readonly mapping: Readonly<Record<string, string>>;
  readonly stuck: ReadonlyMap<string, TransferReason>;
}

/** No way back has what several became, nor what is new under the id of one that became another. */
export function inverse(former: Definition, mapping: Readonly<Record<string, string>>): Inverse {
  const origins = new Map<string, string[]>();
  const ids = [...Object.keys(former.nodes), ...Object.keys(former.flows)];
  for (const id of ids) {
    const now = mapping[id] ?? id;
    origins.set(now, [...(origins.get(now) ?? []), id]);
  }
  const entries = [...origins].filter(([now, [was]]) => was !== now);
  const merged = [...origins].filter(([, from]) => from.length > 1).map(([element]): TransferReason => ({ code: 'merged', element, message: `expected one step from which ${element} came, but several became this one` }));
  const strange = ids.filter((id) => !origins.has(id)).map((element): TransferReason => ({ code: 'gone', element, message: `expected ${element} in the former version, but what was called so there is another step` }));
  return {
    mapping: Object.fromEntries(entries.map(([now, [was]]) => [now, was ?? now])),
    stuck: new Map([...merged, ...strange].map((reason) => [reason.element, reason])),
  };
}
