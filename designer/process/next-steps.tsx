import { Link } from 'wouter';
import { useText } from '../words.ts';

const pages = ['about', 'forms', 'decisions', 'letters', 'try', 'review'] as const;

/** What is to be done with a procedure that was just begun, in the order in which it is easiest. */
export const NextSteps = ({ packageKey }: { packageKey: string }) => {
  const text = useText();
  return (
    <>
      <h2>{text('nextSteps')}</h2>
      <ol className="next-steps">
        {pages.map((page) => <li key={page}><Link href={`/packages/${packageKey}/${page}`}>{text(`next_${page}`)}</Link><span className="muted small">{text(`nextDoes_${page}`)}</span></li>)}
      </ol>
    </>
  );
};
