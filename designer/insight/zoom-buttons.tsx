import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';

/** Larger, smaller, whole: for fingers and keys, where a wheel does the same. */
export const ZoomButtons = ({ onZoom, onWhole }: { onZoom: (factor: number) => void; onWhole: () => void }) => {
  const text = useText();
  return (
    <div className="row picture-tools">
      <Button small aria-label={text('zoomOut')} onClick={() => onZoom(0.8)}><Icon of={ZoomOut} /></Button>
      <Button small aria-label={text('zoomIn')} onClick={() => onZoom(1.25)}><Icon of={ZoomIn} /></Button>
      <Button small onClick={onWhole}><Icon of={Maximize2} />{text('wholeDrawing')}</Button>
    </div>
  );
};
