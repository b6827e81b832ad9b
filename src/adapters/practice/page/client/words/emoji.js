const EMOJI = {
  triangular_flag_on_post: '🚩',
  raising_hand: '🙋',
  white_check_mark: '✅',
  eyes: '👀',
  thumbsup: '👍',
  '+1': '👍',
  '-1': '👎',
  heart: '❤️',
  pray: '🙏',
  tada: '🎉',
  warning: '⚠️',
  question: '❓',
  hourglass: '⌛',
  rocket: '🚀',
  palm_tree: '🌴',
  wave: '👋',
  bulb: '💡',
  fire: '🔥',
  speech_balloon: '💬',
  telephone_receiver: '📞',
  bell: '🔔',
  lock: '🔒',
  star: '⭐',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  red_circle: '🔴',
  arrow_right: '➡️',
  leftwards_arrow_with_hook: '↩️',
  bricks: '🧱',
  calendar: '📅',
}

/** The picture of an emoji, or its name where the page has none. */
export function emoji(name) {
  return EMOJI[name] ?? `:${name}:`
}

/** The emojis offered for reactions. */
export const OFFERED = [
  'triangular_flag_on_post',
  'raising_hand',
  'white_check_mark',
  'eyes',
  'thumbsup',
  'heart',
  'pray',
  'tada',
  'warning',
  'question',
  'hourglass',
  'rocket',
]
