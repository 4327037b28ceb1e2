import type { Calls } from '../../server/api/calls.ts';
import { Button } from '../../ui/button.tsx';

/** The steps that call, each leading to its place in the drawing. */
export const Callers = ({ callers, onStep }: { callers: Calls['dynamic']; onStep: (element: string) => void }) => (
  <>{callers.map(({ element, name }) => <Button key={element} kind="quiet" small onClick={() => onStep(element)}>{name}</Button>)}</>
);
