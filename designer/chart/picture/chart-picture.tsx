import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { Board } from '../../play/board.ts';
import type { Mark } from '../../insight/picture.tsx';
import { ZoomButtons } from '../../insight/zoom-buttons.tsx';
import type { Graveness } from '../../process/marks.ts';
import { trailMark, type Trail } from '../../process/trail.ts';
import { useText } from '../../words.ts';
import { kindOf } from '../meaning.ts';
import { leadAt, type Chart } from '../use-chart.ts';
import { graphOf, lined, lineHeight, type Caption } from './graph.ts';
import { layOutGraph, type Box, type Layout } from './layout.ts';
import { pictureBoard, reveal } from './picture-board.ts';
import './picture.css';

interface ChartPictureProps {
  chart: Chart;
  captionOf: Caption;
  label?: string;
  /** What is said beside a transition, in a few words. */
  labelOf: (flow: string) => string;
  selected?: string | undefined;
  onSelect?: (id: string) => void;
  grave?: ReadonlyMap<string, Graveness>;
  /** A way that was gone. */
  trail?: Trail | undefined;
  /** Elements that are coloured; the picture is then as large as it can be seen whole, and read, and the first of them is in sight. */
  marks?: ReadonlyMap<string, Mark>;
  /** Told of the board on which a story can be played, once there is one. */
  onBoard?: (board: Board | undefined) => void;
}

const margin = 8;
/** Smaller than that names cannot be read. */
const legible = 0.6;

const wholeIn = (box: HTMLElement | null, { width, height }: Layout): number => (box ? Math.min(1, (box.clientWidth - 2 * margin) / width, (box.clientHeight - 2 * margin) / height) : 1);

/** The statechart as a picture, laid out by itself. It is to be looked at; the outline says the same and is where it is edited. */
export const ChartPicture = ({ chart, captionOf, labelOf, label, selected, onSelect, grave, trail, marks, onBoard }: ChartPictureProps) => {
  const text = useText();
  const { places, machine } = chart;
  const graph = useMemo(() => graphOf(places, machine.id, captionOf, labelOf), [places, machine.id, captionOf, labelOf]);
  const [layout, setLayout] = useState<Layout | 'failed'>();
  const [scale, setScale] = useState(1);
  const arrow = useId();
  const frame = useRef<HTMLElement>(null);
  const drawn = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const life = { over: false };
    layOutGraph(graph).then((found) => life.over || setLayout(found), () => life.over || setLayout('failed'));
    return () => void (life.over = true);
  }, [graph]);
  useEffect(() => {
    if (!onBoard || !layout || layout === 'failed' || !drawn.current) return undefined;
    onBoard(pictureBoard(layout, drawn.current));
    return () => onBoard(undefined);
  }, [layout, onBoard]);
  useEffect(() => {
    if (layout && selected !== undefined) drawn.current?.querySelectorAll('.chart-selected').forEach((part) => reveal(drawn.current!, part));
  }, [layout, selected]);
  // drawn again in its size before it is seen, so that what is marked first can be brought into the frame then
  useLayoutEffect(() => {
    if (!marks || !layout || layout === 'failed') return undefined;
    setScale(Math.max(legible, wholeIn(frame.current, layout)));
    const shown = requestAnimationFrame(() => {
      const found = [...marks.keys()].map((id) => drawn.current?.querySelector(`[data-id="${CSS.escape(id)}"]`) ?? null).find((part) => part !== null);
      if (drawn.current && found) reveal(drawn.current, found);
    });
    return () => cancelAnimationFrame(shown);
  }, [marks, layout]);
  if (layout === 'failed') return <p>{text('chartPictureFailed')}</p>;
  if (!layout) return <p className="muted">{text('opening')}</p>;
  const whole = () => setScale(wholeIn(frame.current, layout));
  const pick = ({ target }: MouseEvent) => {
    const id = (target as Element).closest('[data-id]')?.getAttribute('data-id');
    if (id) onSelect?.(leadAt(places, id)?.lead.flow ?? id);
  };
  const markOf = (id: string): string => [trail && trailMark(trail, id), marks?.get(id)?.look].map((mark) => (mark ? ` ${mark}` : '')).join('');
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin];
  return (
    <>
      <ZoomButtons onZoom={(factor) => setScale(Math.min(3, Math.max(0.2, scale * factor)))} onWhole={whole} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- it scrolls, so it is reachable by keyboard; what a click selects is selected in the outline by keys */}
      <section className="chart-picture" ref={frame} tabIndex={0} aria-label={label ?? text('chartPicture')} onClick={pick}>
        <svg ref={drawn} width={width * scale} height={height * scale} viewBox={`${-margin} ${-margin} ${width} ${height}`} aria-hidden="true">
          <defs><marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto"><path d="M0 0 8 4 0 8z" className="chart-tip" /></marker></defs>
          {layout.boxes.map((box) => <StateBox key={box.id} box={box} chart={chart} captionOf={captionOf} isSelected={box.id === selected} grade={grave?.get(box.id)} mark={markOf(box.id)} />)}
          {layout.lines.map(({ flow, points, label }) => {
            const lead = leadAt(places, flow)?.lead.flow ?? flow;
            const grade = grave?.get(lead) ?? grave?.get(flow);
            return (
              <g key={flow} data-id={flow} className={`chart-line${lead === selected ? ' chart-selected' : ''}${grade ? ` chart-${grade.severity}` : ''}${markOf(flow)}`}>
                <title>{chart.nameOf(lead)}</title>
                <polyline className="chart-hit" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
                <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} markerEnd={`url(#${arrow})`} />
                {label && <text x={label.x + 3} y={label.y + 11}>{label.text}</text>}
              </g>
            );
          })}
          <g className="chart-tokens" />
        </svg>
      </section>
    </>
  );
};

const StateBox = ({ box: { id, x, y, width, height, depth }, chart: { places, machine }, captionOf, isSelected, grade, mark }: { box: Box; chart: Chart; captionOf: Caption; isSelected: boolean; grade: Graveness | undefined; mark: string }) => {
  const place = places.get(id);
  if (!place) return <circle cx={x + width / 2} cy={y + height / 2} r={width / 2} className="chart-dot" />;
  const { name, facts } = captionOf(id);
  const kind = kindOf(place.state, id === machine.id);
  const holds = kind === 'group' || kind === 'parallel' || kind === 'process';
  const lines = holds ? [name] : [...lined(name), ...facts];
  const said = lines.length - (holds ? 0 : facts.length);
  const isRegion = place.parent?.state.type === 'parallel';
  return (
    <g data-id={id} className={`chart-box chart-${kind}${isRegion ? ' chart-region' : ''}${isSelected ? ' chart-selected' : ''}${grade ? ` chart-${grade.severity}` : ''}${mark}`}>
      <title>{grade ? `${name} (${grade.rule})` : name}</title>
      <rect x={x} y={y} width={width} height={height} rx={kind === 'history' ? width / 2 : kind === 'endEvent' ? 14 : 6} fillOpacity={holds ? 0.5 + depth * 0.1 : 1} />
      {kind === 'history' ? <text x={x + width / 2} y={y + 19} textAnchor="middle" className="chart-name">H</text>
        : lines.map((line, index) => <text key={`${index} ${line}`} x={holds ? x + 12 : x + width / 2} y={y + (holds ? 22 : 19) + index * lineHeight} textAnchor={holds ? 'start' : 'middle'} className={index < said ? 'chart-name' : 'chart-fact'}>{line}</text>)}
    </g>
  );
};
