import { useEffect, useRef, type ReactNode } from 'react';
import { useKitText } from './words.ts';
import './page.css';

interface PageProps {
  /** The one heading; also the document's title. */
  title: string;
  /** Shown above the heading: where this page belongs. */
  caption?: string | undefined;
  back?: ReactNode;
  /** The page holds errors to correct: the title says so first. */
  error?: boolean;
  /** Full width for tables and canvases; otherwise a column that reads well. */
  wide?: boolean;
  /** The content brings the heading itself; `title` is then the document's title only. */
  ownHeading?: boolean;
  children?: ReactNode;
}

let arrivals = 0;

/**
 * One page of an app. On arrival from another page the heading takes the focus, so that a screen reader
 * says where one is; on the very first page the browser's own order stands.
 */
export const Page = ({ title, caption, back, error = false, wide = false, ownHeading = false, children }: PageProps) => {
  const text = useKitText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${error ? text('errorPrefix') : ''}${title} – motcua`;
  }, [title, error, text]);
  useEffect(() => {
    arrivals += 1;
    if (arrivals === 1 || document.activeElement?.closest('[data-keeps-focus]')) return;
    const heading = box.current?.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <div ref={box} className={wide ? 'page page-wide' : 'page'}>
      {back}
      {caption && <p className="page-caption">{caption}</p>}
      {!ownHeading && <h1>{title}</h1>}
      {children}
    </div>
  );
};
