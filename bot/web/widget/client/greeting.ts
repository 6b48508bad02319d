import { element, icon } from './element.ts';
import { memoryOf } from './memory.ts';
import type { Options } from './options.ts';
import { texts } from './texts.ts';

/* The word that the shop begins with: after a time, on chosen pages, once a visitor. */

const greetedKey = 'sportello-greeted';
const greeted = memoryOf('localStorage');

export interface GreetingCard {
  /** Takes it away, for good. */
  end(): void;
}

/** Waits for its time and page, and shows it then; `chosen` is called when the customer takes it up. */
export function plan(
  options: Options,
  place: Node,
  announce: (text: string) => void,
  chosen: () => void,
): GreetingCard {
  const { greeting, language } = options;
  if (greeting === undefined || greeted.get(greetedKey) !== undefined) return { end: remember };
  const { afterSeconds, on } = greeting;
  const text = greeting.text ?? texts[language].greeting;
  let card: HTMLElement | undefined;
  let seconds = 0;
  // The time counts while such a page is seen; pages may change without being loaded anew.
  const tick = setInterval(() => {
    if (document.hidden || on?.test(location.pathname) === false) seconds = 0;
    else if ((seconds += 0.5) >= afterSeconds) show();
  }, 500);

  function show(): void {
    clearInterval(tick);
    // Another tab may have greeted meanwhile.
    if (greeted.get(greetedKey) !== undefined) return;
    remember();
    const say = element('button', { type: 'button', class: 'say' }, text);
    const shut = element(
      'button',
      { type: 'button', class: 'shut', 'aria-label': texts[language].dismiss },
      icon('cross', cross),
    );
    card = element('div', { class: 'greeting' }, say, shut);
    say.addEventListener('click', chosen);
    shut.addEventListener('click', end);
    card.addEventListener('keydown', ({ key }) => key === 'Escape' && end());
    place.appendChild(card);
    announce(text);
  }

  function end(): void {
    clearInterval(tick);
    card?.remove();
    card = undefined;
    remember();
  }

  return { end };
}

function remember(): void {
  if (greeted.get(greetedKey) === undefined) greeted.set(greetedKey, new Date().toISOString());
}

const cross = 'm6 6 12 12M18 6 6 18';
