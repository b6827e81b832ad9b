import type { Path } from './unfold.ts'

/** What stands at a path of an unchecked file, or undefined. */
export const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )

export const textAt = (value: unknown, ...path: Path): string | undefined => {
  const found = at(value, path)
  return typeof found === 'string' ? found : undefined
}

export const listAt = (value: unknown, ...path: Path): readonly unknown[] => {
  const found = at(value, path)
  return Array.isArray(found) ? found : []
}
