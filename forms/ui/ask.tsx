import { isHidden } from '../evaluate.ts';
import { controlId, useAsking } from './asking.ts';
import { Frame } from './frame.tsx';
import type { AskProps } from './widget.ts';
import { widgets } from './widgets/registry.ts';

const ask = (key: string, part: AskProps) => <Ask key={key} {...part} />;

/** One question, in the widget of its field. Nothing when the rules hide it. */
export function Ask(asked: AskProps) {
  const { errors, evaluation } = useAsking();
  const { field, path } = asked;
  if (isHidden(evaluation.hidden, path)) return null;
  const { Widget, framing } = widgets[evaluation.computed.has(path) ? 'output' : field.widget];
  const id = controlId(path);
  return (
    <Frame field={field} path={path} id={id} framing={framing}>
      {(describedBy) => <Widget {...asked} id={id} invalid={errors.has(path)} describedBy={describedBy} ask={ask} />}
    </Frame>
  );
}
