import { type Erased, erase as eraseWhose, surveyErasure, type Whose } from '#application/use-cases/privacy/erase.ts'
import { orStopped, type Terminal } from '../terminal.ts'
import { beforehand, done } from './report.ts'
import { type Opened, withStorage } from './with-storage.ts'

export type EraseOrder = {
  readonly person?: string
  readonly customer?: string
  readonly dry: boolean
  readonly yes: boolean
}

const personId = /^[UW][A-Z0-9]{2,20}$/

const personOf = async ({ storage, workspaceId }: Opened, id: string): Promise<Whose> => {
  const known = await storage.ports.privacy.person(workspaceId, id)
  if (!known) throw new Error(`Nobody with the id ${id} ever met the bot here: there is nothing to erase.`)
  return { person: known }
}

const customerOf = async ({ storage, workspaceId }: Opened, called: string): Promise<Whose> => {
  const known = await storage.ports.privacy.customer(workspaceId, called)
  if (known) return { customer: known }
  throw new Error(
    `No customer here has the key or the name “${called}”. Who was erased before is not known by it any more.`,
  )
}

const whoseOf = (opened: Opened, { person, customer }: EraseOrder): Promise<Whose> =>
  person === undefined ? customerOf(opened, customer ?? '') : personOf(opened, person)

const refuseUnclear = ({ person, customer }: EraseOrder): void => {
  if ((person === undefined) === (customer === undefined))
    throw new Error('Who shall be erased? Name either --person U… or --customer KEY.')
  if (person !== undefined && !personId.test(person))
    throw new Error(`“${person}” is no id of a person: Slack's begin with U or W, and stand in a profile's menu.`)
  if (customer?.trim() === '') throw new Error('Which customer? Name the key of the customers file, or the name.')
}

const agreed = async ({ yes }: EraseOrder, terminal: Terminal): Promise<boolean> => {
  if (yes) return true
  const answer = await orStopped(terminal.ask('This cannot be undone. Type erase to do it: '), terminal.stopped)
  if (answer === undefined) throw new Error('Nothing was erased: nobody is here to ask. Add --yes to do it unasked.')
  return answer.trim().toLowerCase() === 'erase'
}

const carryOut = (opened: Opened, whose: Whose, { stopped }: Terminal): Promise<Erased> =>
  eraseWhose(opened.storage.ports)(opened.workspaceId, whose, () => stopped.throwIfAborted())

/** Erases a person or a customer: shows what that means, asks, does it, and reports. */
export const erase = async (order: EraseOrder, terminal: Terminal): Promise<void> => {
  refuseUnclear(order)
  await withStorage(terminal, async (opened) => {
    const whose = await whoseOf(opened, order)
    const found = await orStopped(surveyErasure(opened.storage.ports)(opened.workspaceId, whose), terminal.stopped)
    for (const line of beforehand(whose, found)) terminal.say(line)
    if (order.dry) return terminal.say('Nothing was changed. To do it, leave out --dry-run.')
    if (!(await agreed(order, terminal))) return terminal.say('Nothing was erased.')
    for (const line of done(whose, await carryOut(opened, whose, terminal))) terminal.say(line)
  })
}
