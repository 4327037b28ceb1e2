import { Button, ButtonLink } from './button.tsx';
import { Notice } from './notice.tsx';
import { Problem } from './problem.ts';
import { useKitText } from './words.ts';

/** What happened, what is kept, what to do: for anything that could not be loaded or done. */
export const ProblemView = ({ error, retry, home = '/' }: { error: unknown; retry?: () => void; home?: string }) => {
  const text = useKitText();
  const problem = error instanceof Problem ? error : undefined;
  if (problem?.status === 404 || problem?.status === 403)
    return (
      <Notice kind="soon">
        <p>{problem.detail || text('noPermissionHint')}</p>
        <ButtonLink href={home}>{text('home')}</ButtonLink>
      </Notice>
    );
  return (
    <div role="alert">
      <Notice kind="danger" title={problem?.title ?? text('failed')}>
        <p>{problem?.detail || text('failedHint')}</p>
        {problem?.requestId && <p className="small">{text('failedId', { id: problem.requestId })}</p>}
        {retry && <Button onClick={retry}>{text('retry')}</Button>}
      </Notice>
    </div>
  );
};
