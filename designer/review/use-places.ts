import { useMemo } from 'react';
import { useSearchParams } from 'wouter';

const name = 'place';
/** No id of an element holds it. */
const between = ':';

/** Which step takes the place of one that is gone, kept in the address: it is there after the page was loaded anew, and for whoever is sent it. */
export const usePlaces = (): readonly [Readonly<Record<string, string>>, (mapping: Readonly<Record<string, string>>) => void] => {
  const [search, setSearch] = useSearchParams();
  const told = search.getAll(name).join('\n');
  const mapping = useMemo(() => Object.fromEntries(told.split('\n').flatMap((pair) => {
    const [gone = '', target = ''] = pair.split(between);
    return gone === '' || target === '' ? [] : [[gone, target]];
  })), [told]);
  const keep = (next: Readonly<Record<string, string>>) => setSearch((before) => {
    const after = new URLSearchParams(before);
    after.delete(name);
    for (const [gone, target] of Object.entries(next)) after.append(name, `${gone}${between}${target}`);
    return after;
  }, { replace: true });
  return [mapping, keep];
};
