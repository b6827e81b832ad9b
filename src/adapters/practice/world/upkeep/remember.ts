import type { PracticeOptions } from '../../options.ts'

type Bounded = { options: Pick<PracticeOptions, 'remember'> }

/** Adds to a list of what happened, and forgets the oldest beyond the workspace's bound. */
export function remember<T>({ options }: Bounded, list: T[], happened: T): void {
  list.push(happened)
  while (list.length > (options.remember ?? Infinity)) list.shift()
}

/** The same for what is found by a key. */
export function rememberAs<T>({ options }: Bounded, known: Map<string, T>, key: string, value: T): void {
  known.set(key, value)
  for (const oldest of known.keys()) {
    if (known.size <= (options.remember ?? Infinity)) return
    known.delete(oldest)
  }
}
