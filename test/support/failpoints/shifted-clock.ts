/** Sets the clock of this whole process ahead, or back: milliseconds. */
export const shiftClock = (byMs: number): void => {
  if (byMs === 0) return
  const shifted = new Proxy(Date, {
    construct: (real, given, as) => Reflect.construct(real, given.length === 0 ? [real.now() + byMs] : given, as),
    apply: (real) => new real(real.now() + byMs).toString(),
    get: (real, name) => (name === 'now' ? () => real.now() + byMs : Reflect.get(real, name)),
  })
  globalThis.Date = shifted
}
