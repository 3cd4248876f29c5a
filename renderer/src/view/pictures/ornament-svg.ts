import { createHash } from 'node:crypto';

/** The colours of an ornament: ground, straps and their edges, and the stars they enclose. */
interface OrnamentColours {
  ground: string;
  strap: string;
  edge: string;
  star: string;
}

/** The size of an ornament in px: a frieze across the whole width. */
export const ornamentSize = { width: 536, height: 56 };

interface Point {
  x: number;
  y: number;
}

/**
 * Draws a frieze of interlaced stars, in the manner of zellige: straps cross in the middle of every edge of a tiling of
 * octagons and squares, at an angle chosen by the seed, alternately above and below. The same seed gives the same frieze.
 *
 * @see https://www.cgl.uwaterloo.ca/csk/papers/kaplan_gi2005.pdf (C. S. Kaplan, Islamic star patterns from polygons in contact)
 */
export function ornamentSvg(seed: string, colours: OrnamentColours): string {
  const [one = 0, two = 0] = createHash('sha256').update(seed).digest();
  const { width, height } = ornamentSize;
  const angle = (angles[one % angles.length]! * Math.PI) / 180;
  const rows = 1 + (two % 2);
  const pitch = height / rows;
  const edge = pitch / (1 + Math.SQRT2);
  // An odd number of tiles, centred: the frieze is symmetrical.
  const columns = Math.ceil(width / pitch / 2) + 1;

  const arcs: Arc[] = [];
  const stars: string[] = [];
  for (let row = -1; row <= rows; row += 1) {
    for (let column = -columns; column <= columns; column += 1) {
      const centre = { x: width / 2 + column * pitch, y: height / 2 + (row - (rows - 1) / 2) * pitch };
      const corner = { x: centre.x + pitch / 2, y: centre.y + pitch / 2 };
      for (const polygon of [octagon(centre, edge), square(corner, edge)]) {
        const own = arcsOf(polygon, angle);
        arcs.push(...own);
        if (polygon.length === 8)
          stars.push(`M${own.map(({ from, bend }) => `${at(from)}L${at(bend)}`).join('L')}Z`);
      }
    }
  }
  const strap = pitch * 0.075;
  const under = arcs.map(({ from, bend, to }) => `M${at(from)}L${at(bend)}L${at(to)}`).join('');
  const over = (before: number, after: number) =>
    arcs
      .map(({ from, bend }) => `M${at(between(from, bend, before))}L${at(between(from, bend, after))}`)
      .join('');
  const line = (path: string, colour: string, thick: number) =>
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${round(thick)}" stroke-linejoin="miter"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    `<path d="${stars.join('')}" fill="${colours.star}"/>`,
    line(under, colours.edge, strap * 1.7),
    line(under, colours.strap, strap),
    // The strap is longer than its edges at both ends, because the ends would show as hairlines otherwise.
    line(over(0, 0.5), colours.edge, strap * 1.7),
    line(over(-0.05, 0.55), colours.strap, strap),
    '</svg>',
  ].join('');
}

/** Angles, in degrees, at which straps leave an edge; each gives different stars. */
const angles = [54, 60, 67.5, 72];

/** A strap through one tile: from the middle of one edge, with a bend, to the middle of the next. */
interface Arc {
  from: Point;
  bend: Point;
  to: Point;
}

/** Straps run around every tile in the same direction, so that each is above at its start and below at its end. */
function arcsOf(polygon: Point[], angle: number): Arc[] {
  const middles = polygon.map((corner, index) =>
    between(corner, polygon[(index + 1) % polygon.length]!, 0.5),
  );
  return polygon.map((corner, index) => {
    const next = polygon[(index + 1) % polygon.length]!;
    const after = polygon[(index + 2) % polygon.length]!;
    const from = middles[index]!;
    const to = middles[(index + 1) % polygon.length]!;
    const leaving = turn(direction(corner, next), angle);
    const coming = turn(direction(after, next), -angle);
    return { from, bend: meeting(from, leaving, to, coming), to };
  });
}

function octagon({ x, y }: Point, edge: number): Point[] {
  const radius = edge / 2 / Math.sin(Math.PI / 8);
  return ring(8, (index) => ({
    x: x + radius * Math.cos(((2 * index + 1) * Math.PI) / 8),
    y: y + radius * Math.sin(((2 * index + 1) * Math.PI) / 8),
  }));
}

function square({ x, y }: Point, edge: number): Point[] {
  const radius = edge / Math.SQRT2;
  return ring(4, (index) => ({
    x: x + radius * Math.cos((index * Math.PI) / 2),
    y: y + radius * Math.sin((index * Math.PI) / 2),
  }));
}

function ring(count: number, point: (index: number) => Point): Point[] {
  return Array.from({ length: count }, (_, index) => point(index));
}

function direction(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function turn({ x, y }: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

function meeting(one: Point, way: Point, other: Point, otherWay: Point): Point {
  const cross = way.x * otherWay.y - way.y * otherWay.x;
  const share = ((other.x - one.x) * otherWay.y - (other.y - one.y) * otherWay.x) / cross;
  return { x: one.x + way.x * share, y: one.y + way.y * share };
}

function between(one: Point, other: Point, share: number): Point {
  return { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share };
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
