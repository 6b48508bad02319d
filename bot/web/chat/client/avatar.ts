/* An agent's messages carry the agent's initials rather than the bot's. */

interface Activity {
  readonly from?: { readonly id?: string; readonly name?: string };
}

interface Shown {
  readonly activity?: Activity;
  readonly fromUser: boolean;
}

interface Groups {
  /** Messages in a row of one sender: the first of them has the avatar. */
  readonly sender?: readonly (readonly Activity[])[];
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

/** Web Chat's groups, but that the bot and an agent, and one agent and another, are not one sender. */
export function groupsBySender() {
  return (next: (shown: { readonly activities: readonly Activity[] }) => Groups) =>
    (shown: { readonly activities: readonly Activity[] }): Groups => {
      const groups = next(shown);
      return { ...groups, ...(groups.sender && { sender: groups.sender.flatMap(inRuns) }) };
    };
}

function inRuns(activities: readonly Activity[]): Activity[][] {
  const runs: Activity[][] = [];
  for (const activity of activities) {
    const run = runs.at(-1);
    if (run !== undefined && senderOf(run[0]) === senderOf(activity)) run.push(activity);
    else runs.push([activity]);
  }
  return runs;
}

function senderOf(activity: Activity | undefined): string {
  return `${activity?.from?.id}/${activity?.from?.name}`;
}

/** At most two letters: of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 0x20).toUpperCase()).join('');
}
