import type { Board } from '../../play/board.ts';
import type { Layout } from './layout.ts';

const here = 'chart-here';

/** The picture of a statechart as a board for stories. */
export function pictureBoard({ boxes, lines }: Layout, picture: SVGSVGElement): Board {
  const shapes = new Map(boxes.map((box) => [box.id, box]));
  const paths = new Map(lines.map(({ flow, points }) => [flow, points]));
  const drawn = (id: string): Element | null => picture.querySelector(`[data-id="${CSS.escape(id)}"]`);
  return {
    layerOf: () => picture.querySelector('.chart-tokens')!,
    clear: () => picture.querySelector('.chart-tokens')?.replaceChildren(),
    turnTo: () => undefined,
    centerOf: (id) => {
      const box = shapes.get(id);
      // on the corner, so that the name stays readable
      return box && { x: box.x + box.width, y: box.y };
    },
    lineOf: (flow) => paths.get(flow),
    mark: (id, isHere) => void drawn(id)?.classList.toggle(here, isHere),
    show: (id) => reveal(picture, drawn(id)),
  };
}

/** Brings a part of the picture into its frame; the page around it stays where it is. */
export function reveal(picture: SVGSVGElement, part: Element | null): void {
  const frame = picture.parentElement;
  if (!frame || !part) return;
  const [here, there] = [part.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (here.left < there.left || here.right > there.right) frame.scrollLeft += (here.left + here.right - there.left - there.right) / 2;
  if (here.top < there.top || here.bottom > there.bottom) frame.scrollTop += (here.top + here.bottom - there.top - there.bottom) / 2;
}
