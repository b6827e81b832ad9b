type Exports = Record<string, unknown>
type WebAssemblyApi = {
  instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<{ instance: { exports: Exports } }>
}

/** Compiles a WebAssembly module and gives its exports. The types of Node leave this global out. */
export async function instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<Exports> {
  const { WebAssembly: api } = globalThis as typeof globalThis & { WebAssembly: WebAssemblyApi }
  return (await api.instantiate(bytes, imports)).instance.exports
}
