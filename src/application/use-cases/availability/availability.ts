import type { Ports } from '../../ports.ts'
import { giveIssue, nameInMap } from './give-away.ts'
import { viewLeftBehind } from './left-behind.ts'
import { lookAfterPeople } from './look-after-people.ts'
import { noteLeftChannel } from './note-left-channel.ts'
import { openPassForm, passIssue } from './pass-issue.ts'
import { sayAway } from './say-away.ts'
import { sayBack } from './say-back.ts'

/** People who are away, come back or leave, and what becomes of what is theirs. */
export const availability = (ports: Ports) => ({
  sayAway: sayAway(ports),
  sayBack: sayBack(ports),
  openPassForm: openPassForm(ports),
  passIssue: passIssue(ports),
  giveIssue: giveIssue(ports),
  nameInMap: nameInMap(ports),
  viewLeftBehind: viewLeftBehind(ports),
  noteLeftChannel: noteLeftChannel(ports),
  lookAfterPeople: lookAfterPeople(ports),
})
