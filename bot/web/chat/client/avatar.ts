/* An agent's messages carry the agent's initials rather than the bot's. */

interface Shown {
  readonly activity?: { readonly from?: { readonly id?: string; readonly name?: string } };
  readonly fromUser: boolean;
}

/** Plain data, as React makes it. */
interface ReactElement {
  readonly type: unknown;
  readonly props: object;
}

type Draw = ((...more: readonly unknown[]) => ReactElement) | false;

/** Web Chat's avatars, but that an agent has one of their own. */
export function agentAvatars() {
  return (next: (shown: Shown) => Draw) =>
    (shown: Shown): Draw => {
      const draw = next(shown);
      const { id, name = '' } = shown.activity?.from ?? {};
      if (draw === false || shown.fromUser || id !== 'agent' || name === '') return draw;
      // Web Chat keeps its React to itself, so its own element is given another content.
      return (...more) => ({
        ...draw(...more),
        type: 'div',
        props: { 'aria-hidden': true, className: 'agent-avatar', children: initialsOf(name) },
      });
    };
}

/** At most two letters: of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 0x20).toUpperCase()).join('');
}
