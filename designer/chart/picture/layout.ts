import ELK, { type ElkEdgeSection, type ElkNode } from 'elkjs/lib/elk-api';
import type { Point } from '../../play/line.ts';

export interface Box extends Point {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}
export interface Line {
  readonly flow: string;
  readonly points: readonly Point[];
  readonly label: (Point & { readonly text: string }) | undefined;
}

/** Where everything stands, in pixels from the corner of the picture; boxes from the outermost in. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

const options = {
  'elk.algorithm': 'layered', 'elk.direction': 'DOWN', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.json.shapeCoords': 'ROOT', 'elk.json.edgeCoords': 'ROOT',
  'elk.spacing.nodeNode': '28', 'elk.layered.spacing.nodeNodeBetweenLayers': '36', 'elk.spacing.edgeNode': '14', 'elk.spacing.edgeEdge': '10', 'elk.spacing.edgeLabel': '3',
};

let elk: InstanceType<typeof ELK> | undefined;

/** Lays a graph out in a worker of its own, which is loaded when the first is asked for. */
export async function layOutGraph(graph: ElkNode): Promise<Layout> {
  elk ??= new ELK({ workerFactory: () => new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url)) });
  return flattened(await elk.layout(graph, { layoutOptions: options }));
}

function flattened(root: ElkNode): Layout {
  const boxes: Box[] = [];
  const lines: Line[] = [];
  const take = (node: ElkNode, depth: number) => {
    boxes.push({ id: node.id, x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0, depth });
    for (const { id, sections = [], labels = [] } of node.edges ?? []) {
      const [label] = labels;
      lines.push({ flow: id, points: sections.flatMap(pointsOf), label: label?.text === undefined ? undefined : { text: label.text, x: label.x ?? 0, y: label.y ?? 0 } });
    }
    for (const child of node.children ?? []) take(child, depth + 1);
  };
  take(root, 0);
  return { width: root.width ?? 0, height: root.height ?? 0, boxes, lines };
}

const pointsOf = ({ startPoint, bendPoints = [], endPoint }: ElkEdgeSection): Point[] => [startPoint, ...bendPoints, endPoint];
