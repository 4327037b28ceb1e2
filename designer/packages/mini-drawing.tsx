import type { Template } from '../../server/api/designer.ts';

type Drawing = NonNullable<Template['drawing']>;
type Shape = Drawing['shapes'][number];

const edge = 6;
/** A short process is not blown up to the width of a long one. */
const least = 900;

/** A process in small: how long it is and where it parts, for the eye alone. What it says stands beside it as a list. */
export const MiniDrawing = ({ of: { width, height, shapes, ways } }: { of: Drawing }) => (
  <svg className="mini-drawing" viewBox={`${-edge} ${-edge} ${Math.max(least, width) + 2 * edge} ${height + 2 * edge}`} aria-hidden="true" preserveAspectRatio="xMinYMid meet">
    {ways.map((way, index) => <polyline key={index} points={way.join(' ')} />)}
    {shapes.map((shape, index) => <Drawn key={index} {...shape} />)}
  </svg>
);

const Drawn = ({ kind, x, y, width, height }: Shape) => {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  if (kind === 'event') return <circle className="mini-event" cx={middleX} cy={middleY} r={width / 2} />;
  if (kind === 'choice') return <polygon className="mini-choice" points={`${middleX},${y} ${x + width},${middleY} ${middleX},${y + height} ${x},${middleY}`} />;
  return <rect className={`mini-${kind}`} x={x} y={y} width={width} height={height} rx="10" />;
};
