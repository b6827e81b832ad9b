import { renderAnswer, renderHelp, renderShow } from '#adapters/slack/blocks/answers.ts'
import { renderHistory } from '#adapters/slack/blocks/history.ts'
import { homeEntry } from '#adapters/slack/blocks/home/entry.ts'
import { renderHome, renderPlainHome } from '#adapters/slack/blocks/home/home.ts'
import { homeMap } from '#adapters/slack/blocks/home/map.ts'
import { homeTools } from '#adapters/slack/blocks/home/tools.ts'
import { issueLine } from '#adapters/slack/blocks/issue-lines.ts'
import { item } from '#adapters/slack/blocks/kit/plain.ts'
import { line, text } from '#adapters/slack/blocks/kit/rich.ts'
import { home } from '#adapters/slack/blocks/kit/shown.ts'
import { renderList, renderMineList } from '#adapters/slack/blocks/list.ts'
import { renderMessage } from '#adapters/slack/blocks/render-message.ts'
import { toldEntry } from '#adapters/slack/blocks/told-entry.ts'
import { wholeStory } from '#adapters/slack/blocks/whole-story.ts'
import { emptyHomeOf, entriesOf, homeOf, mapOf } from '../samples/homes.ts'
import { type Hostile, linesOf, messagesAbout } from '../samples/hostile.ts'
import { digestOf } from '../samples/week.ts'
import { answered, inText, posted, viewed, within } from './made.ts'
import type { Registry } from './registry.ts'

const listing = (typed: Hostile, length: number) => ({
  council: typed.about.council,
  lines: linesOf(typed, length),
  more: length > 60,
  now: typed.about.now,
})

/** What stands in messages, answers and App Home as a whole. */
export const blocks: Registry = {
  'blocks/answers.ts': {
    renderAnswer: ({ words }) => [answered(renderAnswer(`So: ${words}`))],
    renderShow: ({ about }) => [answered(renderShow(about))],
    renderHelp: ({ words }) => [answered(renderHelp(words))],
  },
  'blocks/history.ts': { renderHistory: ({ about }) => [0, 1, 9].map((page) => answered(renderHistory(about, page))) },
  'blocks/told-entry.ts': {
    toldEntry: ({ about }) =>
      about.story.timeline.flatMap((entry) =>
        [undefined, 300].flatMap((room) => inText(...toldEntry(entry, about, room))),
      ),
  },
  'blocks/home/entry.ts': {
    homeEntry: (typed) => entriesOf(typed, 24).flatMap((entry) => within(homeEntry(entry, typed.about))),
  },
  'blocks/home/map.ts': { homeMap: (typed) => within(homeMap(mapOf(typed), homeOf(typed))) },
  'blocks/home/tools.ts': {
    homeTools: (typed) =>
      (['start', 'open'] as const).map((show) => viewed(home(undefined, homeTools(homeOf(typed, show))))),
  },
  'blocks/home/home.ts': {
    renderHome: (typed) => [
      viewed(renderHome(homeOf(typed), [{ list: 'claim', number: 1 }])),
      viewed(renderHome(emptyHomeOf(homeOf(typed, 'open')))),
    ],
    renderPlainHome: ({ words }) => [viewed(renderPlainHome(words))],
  },
  'blocks/issue-lines.ts': {
    issueLine: (typed) => linesOf(typed, 3).flatMap((one) => within(item(issueLine(one, typed.about)))),
  },
  'blocks/list.ts': {
    renderList: (typed) => [1, 41, 61].map((length) => answered(renderList(listing(typed, length)))),
    renderMineList: (typed) => [0, 41].map((length) => answered(renderMineList(listing(typed, length)))),
  },
  'blocks/render-message.ts': {
    renderMessage: (typed) => [
      ...messagesAbout(typed.about).map((message) => posted(renderMessage(message))),
      posted(renderMessage(digestOf(typed))),
    ],
  },
  'blocks/whole-story.ts': {
    wholeStory: ({ about }) => within(...wholeStory(about, { words: 500, entries: 10 }, 2000), text(line('After it.'))),
  },
}
