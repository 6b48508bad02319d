/** What Teams calls the signs that say whether something helped; a laugh or a wonder says neither. */
const signs: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ['like', 'yes'],
  ['heart', 'yes'],
  ['thumbsup', 'yes'],
  ['sad', 'no'],
  ['angry', 'no'],
  ['thumbsdown', 'no'],
]);

/** Whether a reaction says that something helped; a thumb down, or of a chosen colour, comes as `1f44e_thumbsdown-tone3`. */
export function helpfulIn(reaction: string): 'yes' | 'no' | undefined {
  return signs.get(reaction.replaceAll(/^[0-9a-f-]+_|-tone\d$/g, ''));
}
