/**
 * Edge colouring: the meetings of a graph of people in as few rounds as can be, nobody twice in one. Indices only.
 *
 * Kőnig (1916): a bipartite graph needs as many colours as its greatest degree. Vizing (1964), by the fans of Misra and Gries
 * (1992): a simple graph needs at most one more. Classes are evened out on alternating paths (de Werra 1971).
 */

/** Edges between nodes `0 … nodes − 1`; `from` and `to` are aligned. No edge joins a node with itself. */
export interface Graph {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * A proper colouring whose classes differ by at most one edge.
 *
 * @param least - colours, at least the greatest degree; as many are used where the graph is bipartite, at most one more than
 * the greatest degree, or else these, where it is simple
 * @returns the colour of each edge, from 0
 * @remarks O(edges × (nodes + colours²)) at worst, and memory for nodes × colours
 */
export function edgeColouring(graph: Graph, least: number): Int32Array {
  if (graph.from.length === 0) return new Int32Array(0);
  const palette = byPaths(graph, least) ?? byFans(graph, Math.max(least, greatestDegree(graph) + 1));
  evenOut(palette);
  return palette.colour;
}

/** Most edges at one node. */
export function greatestDegree({ nodes, from, to }: Graph): number {
  const degree = new Int32Array(nodes);
  for (const side of [from, to]) for (const node of side) degree[node]!++;
  return degree.reduce((most, one) => Math.max(most, one), 0);
}

/** A colouring in the making: `at[node × colours + colour]` is the edge of that colour at a node, −1 where it is free. */
interface Palette extends Graph {
  readonly colours: number;
  readonly at: Int32Array;
  readonly colour: Int32Array;
}

function emptyPalette(graph: Graph, colours: number): Palette {
  const at = new Int32Array(graph.nodes * colours).fill(-1);
  return { ...graph, colours, at, colour: new Int32Array(graph.from.length).fill(-1) };
}

const edgeAt = ({ at, colours }: Palette, node: number, colour: number): number => at[node * colours + colour]!;

const otherEnd = ({ from, to }: Palette, edge: number, node: number): number =>
  from[edge] === node ? to[edge]! : from[edge]!;

function firstFree(palette: Palette, node: number): number {
  let colour = 0;
  while (edgeAt(palette, node, colour) >= 0) colour++;
  return colour;
}

/** Gives edges new colours at once, so that none is in the way of another. */
function paint({ from, to, at, colour, colours }: Palette, edges: readonly number[], wanted: readonly number[]): void {
  for (const edge of edges) {
    if (colour[edge]! < 0) continue;
    for (const node of [from[edge]!, to[edge]!]) at[node * colours + colour[edge]!] = -1;
  }
  edges.forEach((edge, x) => {
    colour[edge] = wanted[x]!;
    for (const node of [from[edge]!, to[edge]!]) at[node * colours + wanted[x]!] = edge;
  });
}

/** The path from a node whose edges have colours `first`, `second`, `first` …; the node has no edge of colour `second`. */
function pathFrom(palette: Palette, node: number, first: number, second: number): { edges: number[]; end: number } {
  const edges: number[] = [];
  let end = node;
  let edge = edgeAt(palette, end, first);
  while (edge >= 0) {
    edges.push(edge);
    end = otherEnd(palette, edge, end);
    edge = edgeAt(palette, end, edges.length % 2 === 0 ? first : second);
  }
  return { edges, end };
}

/** Swaps the two colours along such a path. */
function swap(palette: Palette, edges: readonly number[], first: number, second: number): void {
  paint(
    palette,
    edges,
    edges.map((_, x) => (x % 2 === 0 ? second : first)),
  );
}

/** Edge by edge, by swaps along paths alone: never in vain in a bipartite graph; `undefined` where one edge finds no colour. */
function byPaths(graph: Graph, colours: number): Palette | undefined {
  const palette = emptyPalette(graph, colours);
  const all = Array.from({ length: colours }, (_, colour) => colour);
  for (let edge = 0; edge < graph.from.length; edge++) {
    const [u, v] = [graph.from[edge]!, graph.to[edge]!];
    const freeAt = (node: number): number[] => all.filter((colour) => edgeAt(palette, node, colour) < 0);
    const [atU, atV] = [freeAt(u), freeAt(v)];
    const common = atU.find((colour) => atV.includes(colour));
    const found = common ?? freed(palette, atU, atV, u, v);
    if (found === undefined) return undefined;
    paint(palette, [edge], [found]);
  }
  return palette;
}

/** Makes a colour that is free at `u` free at `v`, too. In a bipartite graph the first path never ends at `u`. */
function freed(
  palette: Palette,
  atU: readonly number[],
  atV: readonly number[],
  u: number,
  v: number,
): number | undefined {
  for (const a of atU) {
    for (const b of atV) {
      const { edges, end } = pathFrom(palette, v, a, b);
      if (end === u) continue;
      swap(palette, edges, a, b);
      return a;
    }
  }
  return undefined;
}

/** Edge by edge, by fans: never in vain in a simple graph with more colours than the greatest degree. */
function byFans(graph: Graph, colours: number): Palette {
  const palette = emptyPalette(graph, colours);
  for (let edge = 0; edge < graph.from.length; edge++) {
    const u = graph.from[edge]!;
    const fan = fanOf(palette, u, edge);
    const leaf = (x: number): number => otherEnd(palette, fan[x]!, u);
    const c = firstFree(palette, u);
    const d = firstFree(palette, leaf(fan.length - 1));
    swap(palette, pathFrom(palette, u, d, c).edges, d, c);
    // The swap may have cut the fan short; up to here it still is one.
    let last = 0;
    while (edgeAt(palette, leaf(last), d) >= 0) last++;
    const rotated = fan.slice(0, last + 1);
    paint(
      palette,
      rotated,
      rotated.map((_, x) => (x === last ? d : palette.colour[fan[x + 1]!]!)),
    );
  }
  return palette;
}

/** Edges at `u`, from an uncoloured one on: the colour of each is free at the other end of the one before it. */
function fanOf(palette: Palette, u: number, edge: number): number[] {
  const fan = [edge];
  for (let grown = true; grown; ) {
    const tip = otherEnd(palette, fan.at(-1)!, u);
    grown = false;
    for (let colour = 0; colour < palette.colours && !grown; colour++) {
      const next = edgeAt(palette, u, colour);
      if (next < 0 || fan.includes(next) || edgeAt(palette, tip, colour) >= 0) continue;
      fan.push(next);
      grown = true;
    }
  }
  return fan;
}

/** Moves edges from the largest class to the smallest until they differ by one at most. */
function evenOut(palette: Palette): void {
  const size = new Int32Array(palette.colours);
  for (const colour of palette.colour) size[colour]!++;
  for (;;) {
    const large = size.indexOf(size.reduce((most, one) => Math.max(most, one), 0));
    const small = size.indexOf(size.reduce((least, one) => Math.min(least, one), palette.colour.length));
    if (size[large]! - size[small]! <= 1) return;
    // Where one class is larger, some path of the two begins and ends with it.
    for (let node = 0; size[large]! - size[small]! > 1; node++) {
      if (edgeAt(palette, node, large) < 0 || edgeAt(palette, node, small) >= 0) continue;
      const { edges } = pathFrom(palette, node, large, small);
      if (edges.length % 2 === 0) continue;
      swap(palette, edges, large, small);
      size[large]!--;
      size[small]!++;
    }
  }
}
