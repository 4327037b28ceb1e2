import { useText } from '../../words.ts';
import { mayChoose, type Step } from '../step.ts';
import { setCondition, setDefault, elementOf } from '../editing.ts';
import type { Drawing, Element } from '../modeler.ts';
import { Committed } from './committed.tsx';
import { feelFault } from './feel-fault.ts';

/** Where it goes on from a step: under which condition each way, and which is usual. */
export const WaysField = ({ drawing, element, step, onOpen }: { drawing: Drawing; element: Element; step: Step; onOpen: (id: string) => void }) => {
  const text = useText();
  if (step.ways.length === 0) return null;
  const chooses = mayChoose(step.kind) && step.ways.length > 1;
  return (
    <fieldset className="panel-group">
      <legend>{text('ways')}</legend>
      {step.ways.map((way) => {
        const flow = elementOf(drawing, way.id);
        if (!flow) return null;
        const name = way.name || text('wayTo', { step: way.targetName || way.target });
        return (
          <div key={way.id} className="panel-item">
            <p>
              <strong>{name}</strong> → <button type="button" className="link" onClick={() => onOpen(way.target)}>{way.targetName || way.target}</button>
            </p>
            {chooses && !way.isDefault && <Committed id={`way-${way.id}`} label={text('conditionOf', { way: name })} value={way.condition} long code fault={feelFault(text)} onCommit={(value) => setCondition(drawing, flow, value)} />}
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
