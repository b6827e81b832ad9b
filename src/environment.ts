import { existsSync } from 'node:fs'

/** The variables of the process, with those of a `.env` file in the current folder for what is not set otherwise. */
export const readEnvironment = (): Readonly<Record<string, string | undefined>> => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}
