/** More different words than this do not come from Slack. */
const mostValues = 60

/** Lets a label have its first `most` values and calls every other `other`: whoever stores them must not drown in them. */
export const boundedLabel = (most = mostValues): ((value: string) => string) => {
  const known = new Set<string>()
  return (value) => {
    if (known.size < most) known.add(value)
    return known.has(value) ? value : 'other'
  }
}
