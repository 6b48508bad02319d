import type { Point } from '../understanding/thresholds.ts';

export interface Curve {
  readonly name: string;
  readonly points: readonly Point[];
  /** The proposed threshold, which is marked. */
  readonly chosen: Point | undefined;
}

/** Draws precision (up, from half to all) against coverage (to the right) as an SVG picture of 640 x 440. */
export function curvesAsSvg(curves: readonly Curve[]): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 440" width="640" height="440" role="img" font-family="system-ui, sans-serif" font-size="13">',
    '<title>Precision against coverage</title>',
    '<rect width="640" height="440" fill="#fff"/>',
    ...grid(),
    ...curves.flatMap((curve, at) => drawn(curve, colours[at % colours.length]!, at)),
    '</svg>',
    '',
  ].join('\n');
}

const area = { left: 70, right: 610, top: 30, bottom: 380 };
const lowest = 0.5;
/** Told apart by those who see few colours, too. */
const colours = ['#1f5fa8', '#b3541e'];

const x = (coverage: number): string => (area.left + coverage * (area.right - area.left)).toFixed(1);
const y = (precision: number): string =>
  (area.bottom - ((Math.max(lowest, precision) - lowest) / (1 - lowest)) * (area.bottom - area.top)).toFixed(1);

function grid(): readonly string[] {
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return [
    ...steps.map((step) => {
      const precision = lowest + step * (1 - lowest);
      return `<line x1="${area.left}" x2="${area.right}" y1="${y(precision)}" y2="${y(precision)}" stroke="#ddd"/><text x="${area.left - 8}" y="${y(precision)}" dy="4" text-anchor="end">${Math.round(precision * 100)} %</text>`;
    }),
    ...steps.map(
      (step) =>
        `<line x1="${x(step)}" x2="${x(step)}" y1="${area.top}" y2="${area.bottom}" stroke="#ddd"/><text x="${x(step)}" y="${area.bottom + 20}" text-anchor="middle">${Math.round(step * 100)} %</text>`,
    ),
    `<text x="${(area.left + area.right) / 2}" y="${area.bottom + 44}" text-anchor="middle">messages in scope that are answered</text>`,
    `<text transform="translate(18 ${(area.top + area.bottom) / 2}) rotate(-90)" text-anchor="middle">answers that are right</text>`,
  ];
}

function drawn({ name, points, chosen }: Curve, colour: string, place: number): readonly string[] {
  const line = points.map(({ coverage, precision }) => `${x(coverage)},${y(precision)}`).join(' ');
  const legend = `<text x="${area.left + 12}" y="${area.bottom - 14 - place * 20}" fill="${colour}">${name}${chosen === undefined ? '' : `: answer from ${chosen.threshold}`}</text>`;
  const mark =
    chosen === undefined
      ? []
      : [`<circle cx="${x(chosen.coverage)}" cy="${y(chosen.precision)}" r="6" fill="${colour}"/>`];
  return [
    `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="2"${place % 2 === 1 ? ' stroke-dasharray="6 4"' : ''}/>`,
    ...mark,
    legend,
  ];
}
