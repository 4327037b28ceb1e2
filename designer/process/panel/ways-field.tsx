import { SquarePen } from 'lucide-react';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useLanguage } from '../../../ui/use-text.ts';
import { useText } from '../../words.ts';
import { drawnWords } from '../drawn-words.ts';
import { elementOf, modelOf, setDefault } from '../editing.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { mayChoose, type Step } from '../step.ts';
import { WayCondition } from './way-condition.tsx';

interface WaysFieldProps {
  drawing: Drawing;
  element: Element;
  step: Step;
  opened: DesignerPackage;
  onOpen: (id: string) => void;
  /** Goes on to the panel of a way, by keyboard too. */
  onEnter: (id: string, byKey: boolean) => void;
}

/** Where it goes on from a step: under which condition each way, and which is usual. */
export const WaysField = ({ drawing, element, step, opened, onOpen, onEnter }: WaysFieldProps) => {
  const text = useText();
  const language = useLanguage();
  if (step.ways.length === 0) return null;
  const chooses = mayChoose(step.kind) && step.ways.length > 1;
  return (
    <fieldset className="panel-group">
      <legend>{text('ways')}</legend>
      {step.ways.map((way) => {
        const flow = elementOf(drawing, way.id);
        if (!flow) return null;
        const name = drawnWords(modelOf(flow), language, (goal) => text('wayTo', { step: goal }));
        return (
          <div key={way.id} className="panel-item">
            <p>
              <strong>{name}</strong> → <button type="button" className="link" onClick={() => onOpen(way.target)}>{flow.target && drawnWords(modelOf(flow.target), language, (goal) => goal)}</button>
            </p>
            <p><Button small aria-label={text('openWayNamed', { way: name })} onClick={({ detail }) => onEnter(way.id, detail === 0)}><Icon of={SquarePen} />{text('openWay')}</Button></p>
            {chooses && !way.isDefault && <WayCondition drawing={drawing} flow={flow} way={way} opened={opened} legend={text('conditionOf', { way: name })} />}
            {chooses && (
              <label className="panel-check">
                <input type="radio" name={`default-${step.id}`} checked={way.isDefault} onChange={() => setDefault(drawing, element, flow)} />
                {text('isDefault')}
              </label>
            )}
          </div>
        );
      })}
      {chooses && (
        <label className="panel-check">
          <input type="radio" name={`default-${step.id}`} checked={!step.ways.some(({ isDefault }) => isDefault)} onChange={() => setDefault(drawing, element, undefined)} />
          {text('noDefault')}
        </label>
      )}
    </fieldset>
  );
};
