/** Slack's limits of Block Kit, in characters after escaping, or in items. */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  viewBytes: 250_000,
  /** The blocks of a posted message together, as JSON; Slack's own limit is undocumented, and near 13,000. */
  posted: 12_000,
  /** Slack's advice for the text beside blocks; it shows in notifications. */
  fallback: 3000,
  text: 3000,
  header: 150,
  actions: 25,
  buttonText: 75,
  value: 2000,
  url: 3000,
  id: 255,
  label: 2000,
  hint: 2000,
  typed: 3000,
  options: 100,
  groups: 100,
  optionText: 75,
  placeholder: 150,
  title: 24,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  metadata: 3000,
} as const
