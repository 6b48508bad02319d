/* Web Chat dressed in the page's palette: the colours are read from the style sheet, so that day and night are decided in one place. */

/** Style options for the palette that is in force now. */
export function styleOptions(botInitials: string): object {
  const [paper, card, tint, line, ink, soft, accent, strong, onAccent] = [
    'paper',
    'card',
    'tint',
    'line',
    'ink',
    'soft',
    'accent',
    'accent-strong',
    'on-accent',
  ].map(colour);
  return {
    accent,
    subtle: soft,
    backgroundColor: paper,
    primaryFont: colour('text'),
    paddingRegular: 12,
    paddingWide: 16,
    rootHeight: '100%',
    rootWidth: '100%',

    botAvatarInitials: botInitials,
    botAvatarBackgroundColor: accent,
    avatarSize: 32,
    showAvatarInGroup: 'status',

    bubbleBackground: card,
    bubbleTextColor: ink,
    bubbleBorderColor: line,
    bubbleBorderRadius: 16,
    bubbleFromUserBackground: accent,
    bubbleFromUserTextColor: onAccent,
    bubbleFromUserBorderColor: accent,
    bubbleFromUserBorderRadius: 16,
    bubbleMaxWidth: 520,
    messageActivityWordBreak: 'break-word',

    // A message is posted until it is taken; Web Chat itself gives up after five minutes, and must not offer a second way before.
    sendTimeout: 299_000,
    groupTimestamp: 60_000,
    timestampColor: soft,
    timestampFormat: 'relative',

    suggestedActionLayout: 'flow',
    suggestedActionHeight: 44,
    suggestedActionsFlowMaxHeight: 'min(300px, 45vh)',
    suggestedActionBackgroundColor: card,
    suggestedActionBackgroundColorOnHover: tint,
    suggestedActionBackgroundColorOnFocus: tint,
    suggestedActionBackgroundColorOnActive: tint,
    suggestedActionTextColor: accent,
    suggestedActionTextColorOnHover: strong,
    suggestedActionBorderColor: accent,
    suggestedActionBorderRadius: 22,
    suggestedActionBorderWidth: 1,
    suggestedActionKeyboardFocusIndicatorBorderColor: accent,
    suggestedActionKeyboardFocusIndicatorBorderRadius: 22,

    // Its own is a picture on white.
    typingAnimationBackgroundImage: dots(soft),

    sendBoxBackground: card,
    sendBoxTextColor: ink,
    sendBoxPlaceholderColor: soft,
    sendBoxBorderTop: `solid 1px ${line}`,
    sendBoxHeight: 56,
    sendBoxButtonColor: accent,
    sendBoxButtonColorOnHover: strong,
    sendBoxButtonColorOnDisabled: soft,
    sendBoxButtonShadeColorOnHover: tint,
    sendBoxTextWrap: true,
    hideUploadButton: true,

    connectivityTextSize: 14,
    connectivityIconPadding: 14,
    transcriptVisualKeyboardIndicatorColor: accent,
    scrollToEndButtonFontSize: '85%',
    cardEmphasisBackgroundColor: tint,
  };
}

/** Three dots that breathe one after the other, 64 by 20 pixels; still for those who want no motion. */
function dots(fill = ''): string {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const circles = [16, 32, 48].map((x, index) => {
    const breath = `<animate attributeName="opacity" values="1;.3;1" dur="1.2s" begin="${index * 0.2}s" repeatCount="indefinite"/>`;
    return `<circle cx="${x}" cy="10" r="4" fill="${fill}">${still ? '' : breath}</circle>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="20">${circles.join('')}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
