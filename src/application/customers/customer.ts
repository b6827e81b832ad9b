/** A customer; `key`, `tier` and `region` are of the company's own list, and missing for one that only people named. */
export type Customer = {
  readonly id: string
  readonly name: string
  readonly key?: string
  readonly tier?: string
  readonly region?: string
}

/**
 * Who is meant in a form: a customer that was picked, a name that was typed, or one too long for a menu, which waits as
 * the draft of the person who typed it.
 */
export type CustomerChoice = { readonly id: string } | { readonly name: string } | { readonly draft: string }
