import type { CommandListener } from '../listener.ts'
import type { CommandWord } from '../words/commands.ts'
import { away } from './availability/away.ts'
import { back } from './availability/back.ts'
import { pass } from './availability/pass.ts'
import { follow, unfollow, update } from './changing/change.ts'
import { claim } from './claim.ts'
import { consult } from './consulting/consult.ts'
import { customer } from './customers/customer.ts'
import { digest } from './digest.ts'
import { flag } from './flag.ts'
import { help } from './help.ts'
import { hold, unhold } from './hold.ts'
import { link, merge } from './joining/join.ts'
import { list } from './list.ts'
import { mine } from './mine.ts'
import { bounces } from './moving/bounces.ts'
import { show } from './show.ts'
import { unknownWord } from './unknown-word.ts'
import { wait } from './waiting/wait.ts'

const words: Readonly<Record<CommandWord, CommandListener>> = {
  flag,
  list,
  mine,
  show,
  claim,
  update,
  follow,
  unfollow,
  merge,
  link,
  pass,
  consult,
  wait,
  away,
  back,
  customer,
  hold,
  unhold,
  digest,
  bounces,
  help,
}

const listeners = new Map<string, CommandListener>([...Object.entries(words), ['', help]])

/** The slash command: its first word says what to do. */
export const cx: CommandListener = (command, deps) => (listeners.get(command.word) ?? unknownWord)(command, deps)
