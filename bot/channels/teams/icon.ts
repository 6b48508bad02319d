import { type Colour, png } from './png.ts';

/*
 * The bell of web/icon.svg, drawn for Teams from the same numbers: within a square of 32 units, a dome (half a disc), the counter's
 * top under it, and three rays above.
 */

/** Teams' large icon: the whole square coloured, the bell within the 120 pixels in the middle that Teams never cuts. */
export function colourIcon(): Buffer {
  const size = 192;
  return draw(size, (x, y) => {
    // The bell is 24 units wide, from 4 to 28, and its middle is at 16, 15.
    const [left, top] = [(x - size / 2) / 5 + 16, (y - size / 2) / 5 + 15];
    if (inStrokes(left, top)) return [0xfd, 0xf3, 0xe7, 255];
    return inDome(left, top) ? [0xf6, 0xc9, 0x8f, 255] : [0x9c, 0x3f, 0x27, 255];
  });
}

/** Teams' small icon: white lines on nothing. */
export function outlineIcon(): Buffer {
  return draw(32, (x, y) => (inStrokes(x, y) || inDomeLine(x, y) ? [255, 255, 255, 255] : [255, 255, 255, 0]));
}

/** `#RRGGBB` of the large icon's ground. */
export const accentColour = '#9C3F27';

const half = 1;
const dome = { x: 16, y: 21, radius: 8 };
const strokes = [
  [5, 24, 27, 24],
  [16, 6, 16, 10],
  [6.8, 10.8, 9.4, 13.4],
  [25.2, 10.8, 22.6, 13.4],
] as const;

function inStrokes(x: number, y: number): boolean {
  return strokes.some((line) => distance(x, y, line) <= half);
}

function inDome(x: number, y: number): boolean {
  return y <= dome.y && Math.hypot(x - dome.x, y - dome.y) <= dome.radius;
}

/** The dome's rim; its foot is left open above the counter. */
function inDomeLine(x: number, y: number): boolean {
  return y <= dome.y && Math.abs(Math.hypot(x - dome.x, y - dome.y) - dome.radius + half) <= half;
}

/** From a point to the nearest of a line's. */
function distance(x: number, y: number, [x1, y1, x2, y2]: (typeof strokes)[number]): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** Points taken of each pixel, across and down; their mean is its colour, so that edges are smooth. */
const samples = 4;

function draw(size: number, colourAt: (x: number, y: number) => Colour): Buffer {
  return png(size, (x, y) => {
    const points = Array.from({ length: samples * samples }, (_, at) =>
      colourAt(x + ((at % samples) + 0.5) / samples, y + (Math.floor(at / samples) + 0.5) / samples),
    );
    const mean = (part: 0 | 1 | 2 | 3) =>
      Math.round(points.reduce((sum, colour) => sum + colour[part], 0) / points.length);
    return [mean(0), mean(1), mean(2), mean(3)];
  });
}
