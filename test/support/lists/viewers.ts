import { readFileSync } from 'node:fs'
import { readCouncilFile } from '#adapters/council-file/read-council-file.ts'
import type { Viewer } from '#application/read-models.ts'
import type { Council } from '#domain/council.ts'
import { departmentsOfPerson, isCouncilMember } from '#domain/council.ts'

const practiceCouncil = (): Council => {
  const read = readCouncilFile(readFileSync('practice/council.yml', 'utf8'))
  if (!('council' in read)) throw new Error(JSON.stringify(read.mistakes))
  return read.council
}

/** The council of the practice workspace. */
export const council = practiceCouncil()

/** A person as that council knows them when they look. */
export const viewer = (person: string): Viewer => ({
  person,
  departments: departmentsOfPerson(council, person).map(({ key }) => key),
  council: isCouncilMember(council, person),
})
