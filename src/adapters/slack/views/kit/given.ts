/** An object without its undefined properties, for inputs in which a missing word is left out. */
export const given = <T extends Readonly<Record<string, unknown>>>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
} => {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as ReturnType<typeof given<T>>
}
