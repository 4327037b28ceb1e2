import { Button } from '../../ui/button.tsx';
import { useText } from '../words.ts';

/** What did not come, in words, and the way to ask for it once more. */
export const TryAgain = ({ words, onTry }: { words: string; onTry: () => void }) => {
  const text = useText();
  return <div role="alert" className="row"><p>{words}</p><Button small onClick={onTry}>{text('retryNow')}</Button></div>;
};
