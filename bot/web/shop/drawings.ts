import { trusted, type Html } from '../html.ts';

/* The shop has no photographs: its things are drawn. Colours that change at night come from the style sheet's classes. */

/** Sunrise behind a shelf with a lamp, a vase and cups. */
export const hero: Html = drawing(
  '0 0 560 460',
  `<path class="wall" d="M28 60C120-10 420-20 520 70c70 66 30 270-20 330H60C0 330-30 110 28 60Z"/>
  <circle class="sun" cx="300" cy="210" r="112"/>
  <circle class="halo" cx="300" cy="210" r="150"/>
  <path class="hill" d="M40 290c90-60 150-20 220-40s150-60 262 10v86H44Z"/>
  <rect class="wood" x="30" y="340" width="500" height="18" rx="6"/>
  <path class="wood-dark" d="M84 358h14v62H84zM462 358h14v62h-14z"/>
  <path class="leaf" d="M168 210c-40-30-52-70-44-104 34 14 54 50 50 100zM182 196c-4-46 12-84 44-104 16 38 4 82-38 112zM176 220c-34-8-62 2-78 26 32 14 62 6 82-16zM188 222c30-18 62-14 84 8-30 20-62 18-86-2z"/>
  <path class="stem" d="M178 250c-2-40-4-80-2-112M180 250c8-40 20-76 40-110" />
  <path class="clay" d="M144 252h72c14 26 16 60-2 88h-68c-18-28-16-62-2-88Z"/>
  <path class="clay-light" d="M152 262c-8 22-9 46-2 68" />
  <path class="shade" d="M352 150h92l26 78H326Z"/>
  <path class="shade-light" d="M366 156l-20 68" />
  <path class="brass" d="M393 228h10v92h-10z"/>
  <path class="brass" d="M366 320h64c6 0 10 8 10 20h-84c0-12 4-20 10-20Z"/>
  <path class="cup" d="M252 300h48v22c0 12-8 18-24 18s-24-6-24-18Z"/>
  <path class="cup-handle" d="M300 306c14-2 18 20-2 22"/>
  <path class="steam" d="M268 290c-6-10 6-14 0-26M284 290c-6-10 6-14 0-26"/>
  <path class="book" d="M472 268h14v72h-14zM488 280h12v60h-12z"/>
  <path class="book-two" d="M502 274h14v66h-14z"/>`,
);

/** The portico of via Saragozza, with the shop window lit under it. */
export const portico: Html = drawing(
  '0 0 560 190',
  `<path class="arch" d="M0 20h560v150h-20V112a65 65 0 0 0-130 0v58h-20V112a65 65 0 0 0-130 0v58h-20V112a65 65 0 0 0-130 0v58h-20V112a65 65 0 0 0-90-60v118H0Z"/>
  <path class="arch-shade" d="M0 14h560v12H0zM386 104h28v8h-28zM236 104h28v8h-28zM86 104h28v8H86zM536 104h24v8h-24z"/>
  <path class="window" d="M286 96h78v74h-78z"/>
  <path class="shade" d="M312 112h26l8 22h-42Z"/><path class="brass" d="M323 134h4v26h-4zM314 160h22v6h-22z"/>
  <path class="clay" d="M292 150h10c4 6 4 12 0 16h-10c-4-4-4-10 0-16ZM350 146h8c6 8 6 14 0 20h-8c-6-6-6-12 0-20Z"/>
  <path class="wood-dark" d="M150 92h58v78h-58z"/><path class="window" d="M158 100h42v30h-42z"/>
  <path class="leaf" d="M462 130c-20-8-26-28-18-46 18 6 24 26 18 46zM470 132c-4-22 6-38 24-44 8 20-2 38-24 44z"/><path class="clay" d="M450 132h34l-5 38h-24Z"/>
  <path class="street" d="M0 170h560v20H0z"/>`,
);

/** One drawing for each thing that the shop shows. */
export const things = {
  lamp: drawing(
    '0 0 240 200',
    `<ellipse class="halo" cx="120" cy="96" rx="86" ry="70"/>
    <path class="shade" d="M88 40h64l26 66H62Z"/><path class="shade-light" d="M98 46 78 100"/>
    <path class="brass" d="M116 106h8v58h-8z"/><path class="brass" d="M88 164h64c6 0 8 6 8 12H80c0-6 2-12 8-12Z"/>`,
  ),
  vase: drawing(
    '0 0 240 200',
    `<path class="stem" d="M118 76c-2-26-10-40-24-54M122 76c0-30 6-44 22-58M120 76V24"/>
    <path class="leaf" d="M94 24c-16-2-22 8-20 22 14 2 22-6 20-22ZM146 20c16-4 24 6 22 20-14 4-24-4-22-20ZM120 8c12 8 12 22 0 32-12-10-12-24 0-32Z"/>
    <path class="clay" d="M104 76h32v14c34 14 44 46 24 86H80c-20-40-10-72 24-86Z"/><path class="clay-light" d="M88 112c-10 18-8 38 0 54"/>`,
  ),
  throw: drawing(
    '0 0 240 200',
    `<path class="linen" d="M52 62c40-16 96-16 136 0v92c-40 14-96 14-136 0Z"/>
    <path class="linen-fold" d="M52 92c40-14 96-14 136 0M52 122c40-14 96-14 136 0"/>
    <path class="linen-dark" d="M148 52c14 2 28 6 40 10v92c-12 4-26 8-40 10Z"/>
    <path class="fringe" d="M60 156v18M76 160v18M92 162v18M108 164v18M124 164v18M140 163v18"/>`,
  ),
  stool: drawing(
    '0 0 240 200',
    `<path class="wood" d="M58 70c0-10 28-18 62-18s62 8 62 18-28 18-62 18-62-8-62-18Z"/>
    <path class="wood-dark" d="M58 70c0 10 28 18 62 18s62-8 62-18v10c0 10-28 18-62 18S58 90 58 80Z"/>
    <path class="wood" d="m76 94 14 4-18 82H60ZM164 94l-14 4 18 82h12Z"/><path class="wood-dark" d="M112 98h16l2 88h-20Z"/>
    <path class="rung" d="M74 148h92"/>`,
  ),
  cups: drawing(
    '0 0 240 200',
    `<path class="cup" d="M44 84h72v50c0 22-14 34-36 34s-36-12-36-34Z"/><path class="cup-handle" d="M116 96c28-4 32 40-4 42"/>
    <path class="cup-rim" d="M44 84h72v12H44Z"/><path class="steam" d="M68 72c-8-14 8-18 0-34M90 72c-8-14 8-18 0-34"/>
    <path class="clay" d="M138 108h58v38c0 16-10 24-29 24s-29-8-29-24Z"/><path class="clay-handle" d="M196 116c22-2 24 30-4 32"/>`,
  ),
  bowl: drawing(
    '0 0 240 200',
    `<circle class="fruit" cx="92" cy="88" r="24"/><circle class="fruit-two" cx="136" cy="82" r="27"/><circle class="fruit" cx="168" cy="96" r="18"/>
    <path class="bowl" d="M40 96h160c0 44-28 72-64 76v10h-32v-10c-36-4-64-32-64-76Z"/><path class="bowl-light" d="M56 110c6 24 20 40 40 48"/>`,
  ),
} as const satisfies Record<string, Html>;

function drawing(box: string, shapes: string): Html {
  return trusted(`<svg viewBox="${box}" aria-hidden="true" focusable="false">${shapes}</svg>`);
}
