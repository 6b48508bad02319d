import { onColour } from '../../colour.ts';
import type { Options } from './options.ts';

/** Full screen from here on: a phone, upright or lying. */
export const phone = '(max-width: 480px), (max-height: 420px)';

/**
 * Dresses a shadow root; a style sheet made by a script is of no concern to the page's policy. What is important in here comes before all
 * that the page says of our host, be it "div:empty { display: none }", as themes of shops have it.
 */
export function dress(root: ShadowRoot, { side, colour }: Options): void {
  const sheet = new CSSStyleSheet();
  const own = colour === undefined ? '' : `section { --accent: ${colour}; --on: ${onColour(colour)}; }`;
  sheet.replaceSync(style.replaceAll('SIDE', side).replaceAll('OTHER', side === 'left' ? 'right' : 'left') + own);
  root.adoptedStyleSheets = [sheet];
}

const style = `
:host { all: initial !important; position: absolute !important; }
section { direction: ltr; --accent: #9c3f27; --on: #fffaf5; --card: #fffdf9; --ink: #2c2420; --soft: #655850; --edge: #8a786a;
  --x: max(20px, env(safe-area-inset-SIDE)); --y: max(20px, env(safe-area-inset-bottom)); }
@media (prefers-color-scheme: dark) { section { --accent: #f09a7d; --on: #2a1109; --card: #26201d; --ink: #f3eae1; --soft: #bfb0a3; --edge: #93816f; } }
* { box-sizing: border-box; font: 400 15px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
button { padding: 0; border: 0; background: none; color: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 2px var(--card) !important; }
svg { width: 28px; height: 28px; display: block; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.bubble { position: fixed; SIDE: var(--x); bottom: var(--y); z-index: 2147483000; display: flex; align-items: center; justify-content: center; gap: 10px;
  min-width: 60px; height: 60px; padding: 0 16px; border-radius: 30px; background: var(--accent); color: var(--on); transition: transform .15s;
  box-shadow: 0 0 0 1.5px rgb(255 255 255 / 85%), 0 2px 6px rgb(30 20 10 / 25%), 0 10px 28px -6px rgb(30 20 10 / 45%); }
.bubble:hover { transform: scale(1.05); }
.bubble span { max-width: min(220px, 60vw); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; padding-inline-end: 4px; }
.bubble b { position: absolute; top: -6px; OTHER: -4px; min-width: 24px; height: 24px; padding: 0 6px; border-radius: 12px; background: #b3261e; color: #fff;
  font-weight: 700; font-size: 13px; line-height: 24px; text-align: center; box-shadow: 0 0 0 2px #fff; }
[aria-expanded=true] .speak, [aria-expanded=true] span, [aria-expanded=false] .shut { display: none; }
.greeting { position: fixed; SIDE: var(--x); bottom: calc(var(--y) + 76px); z-index: 2147483000; display: flex; align-items: start; width: max-content; max-width: min(300px, calc(100vw - 40px));
  border: 1px solid var(--edge); border-radius: 16px; border-bottom-SIDE-radius: 4px; background: var(--card); color: var(--ink); box-shadow: 0 10px 32px -8px rgb(30 20 10 / 45%); animation: rise .25s ease-out; }
.greeting .say { padding: 14px 4px 14px 16px; text-align: start; overflow-wrap: anywhere; border-radius: 15px; }
.greeting .shut { display: grid; place-items: center; flex: none; width: 44px; height: 44px; border-radius: 50%; color: var(--soft); }
.greeting .shut svg { width: 18px; height: 18px; }
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
dialog { position: fixed; inset: auto; SIDE: var(--x); bottom: calc(var(--y) + 74px); z-index: 2147483000; margin: 0; padding: 0; overflow: hidden;
  width: min(400px, calc(100vw - 40px)); height: min(660px, calc(100vh - 120px)); height: min(660px, calc(100dvh - 120px)); max-width: none; max-height: none;
  border: 1px solid var(--edge); border-radius: 18px; background: var(--card); color: var(--ink); box-shadow: 0 4px 12px rgb(30 20 10 / 16%), 0 24px 64px -12px rgb(30 20 10 / 42%); }
dialog::backdrop { background: none; }
iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; }
.cover { position: absolute; inset: 0; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 18px; padding: 32px; background: var(--card); text-align: center; }
.cover p { margin: 0; max-width: 30ch; }
.cover .retry { min-height: 44px; padding: 0 22px; border-radius: 22px; background: var(--accent); color: var(--on); font-weight: 600; }
.cover .shut { position: absolute; top: 8px; right: 8px; display: grid; place-items: center; width: 44px; height: 44px; border-radius: 50%; }
.status { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
@media ${phone} {
  dialog { inset: 0; top: var(--top, 0); width: 100%; height: 100vh; height: var(--height, 100dvh); border: 0; border-radius: 0; box-shadow: none;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) var(--bottom, env(safe-area-inset-bottom)) env(safe-area-inset-left); }
  [aria-expanded=true].bubble { display: none; }
}
@media (forced-colors: active) { .bubble, .greeting, .cover .retry { border: 2px solid ButtonText; } }
@media (prefers-reduced-motion: reduce) { .bubble { transition: none; } .bubble:hover { transform: none; } .greeting { animation: none; } }
`;
