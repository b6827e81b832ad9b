import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { openMigrationAdapter } from './migration-adapter.ts'
import { instantiate } from './web-assembly.ts'

let loading: Promise<void> | undefined

/** Gives the work Prisma's own migration engine, in WebAssembly, on the database at this URL, and closes it after. */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= load()
  await loading
  const { factory, close } = openMigrationAdapter(url)
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factory)
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } finally {
    await close()
  }
}

async function load(): Promise<void> {
  const bindingsFile = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(bindingsFile.replace(/\.js$/, '.wasm'))
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } })
  const exports = await instantiate(bytes, { './schema_engine_bg.js': { ...bindings, ...unheldTimers() } })
  bindings.__wbg_set_wasm(exports)
  const start = exports.__wbindgen_start
  if (typeof start !== 'function') throw new Error("Prisma's migration engine has no start function.")
  start()
}

// The engine never clears the timer of its own lock, which would keep a finished process alive for ten seconds.
function unheldTimers(): Record<string, (work: () => void, delayMs: number) => NodeJS.Timeout> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'))
  return Object.fromEntries(names.map((name) => [name, (work, delayMs) => setTimeout(work, delayMs >>> 0).unref()]))
}

// The engine's bindings call this by name when its Rust code panics; without it they would hide why.
function reportPanic(message: string): never {
  throw new Error(`Prisma's migration engine failed: ${message}`)
}
