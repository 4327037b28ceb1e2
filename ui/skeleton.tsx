import { useKitText } from './words.ts';
import './skeleton.css';

/** Grey lines where text will stand. They appear only after 300 ms, so that fast answers do not flicker. */
export const Skeleton = ({ lines = 4 }: { lines?: number }) => {
  const text = useKitText();
  return (
    <output className="skeleton">
      <span className="visually-hidden">{text('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton-line" aria-hidden="true" />
      ))}
    </output>
  );
};
