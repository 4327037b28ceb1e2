import type { DesignerPackage } from '../../../server/api/designer.ts';
import { useText } from '../../words.ts';
import type { Drawing, Element } from '../drawing-tools.ts';
import { one, type Model } from '../model.ts';
import type { Way } from '../step.ts';
import { writeCondition } from '../write-condition.ts';
import { StepCondition } from './step-condition.tsx';

/** When a way is taken: by what is known where it begins. */
export const WayCondition = ({ drawing, flow, way, opened, legend }: { drawing: Drawing; flow: Element; way: Way; opened: DesignerPackage; legend: string }) => {
  const text = useText();
  return <StepCondition id={`way-${way.id}`} at={one(flow.businessObject as Model, 'sourceRef')} value={way.condition} opened={opened} legend={legend} begin={text('conditionBegin')} onChange={(when) => writeCondition(drawing, flow, when)} />;
};
