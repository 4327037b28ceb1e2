import { useEffect, useRef, useState } from 'react';
import { pane } from '../shell/panes.ts';
import { useRoving } from '../shell/use-roving.ts';
import { useText } from '../words.ts';
import { land, useLanding } from './land.ts';

interface ContentsProps {
  items: readonly { readonly id: string; readonly title: string; /** How many findings are told there. */ readonly count: number }[];
}

/** Where a part counts as the one that is read: it stands in the upper third, below what was led past. */
const band = { rootMargin: '-15% 0px -66% 0px' };

/** The parts of a long page, always in sight: beside it, or on a phone one line above it that is pushed along. */
export const Contents = ({ items }: ContentsProps) => {
  const text = useText();
  const [here, setHere] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const roving = useRoving(list, 'a');
  const ids = items.map(({ id }) => id).join(' ');
  useLanding();
  useEffect(() => {
    const seen = new Set<string>();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target.id);
        else seen.delete(target.id);
      }
      const first = ids.split(' ').find((id) => seen.has(`${id}-part`));
      if (first !== undefined) setHere(first);
    }, band);
    for (const id of ids.split(' ')) {
      const part = document.getElementById(`${id}-part`);
      if (part) observer.observe(part);
    }
    return () => observer.disconnect();
  }, [ids]);
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (link && list.current) list.current.scrollTo({ left: link.offsetLeft - list.current.offsetLeft - 40 });
  }, [here]);
  return (
    <nav className="contents" {...pane} aria-label={text('aboutContents')}>
      <ul ref={list} {...roving}>
        {items.map(({ id, title, count }) => (
          <li key={id}>
            {/* the same place may be asked for again: then the address does not change */}
            <a href={`#${id}`} aria-current={here === id ? 'location' : undefined} onClick={() => land(id)}>{title}{count > 0 && <span className="contents-count"> {text('findingCount', { count })}</span>}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
