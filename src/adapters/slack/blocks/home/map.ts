import type { Home, MapPage, MapPerson, MapStage } from '#application/home.ts'
import { actionIds } from '../../names.ts'
import { gapsSaid, leadGap, mapTitle, otherGaps, personInMap } from '../../words/home/map.ts'
import { departmentName } from '../../words/labels.ts'
import { button, row } from '../kit/actions.ts'
import { heading, muted } from '../kit/plain.ts'
import { bullets, line, type Piece, text } from '../kit/rich.ts'
import { type Shown, together } from '../kit/shown.ts'
import { oneLine, shortened } from '../kit/text.ts'

/** What a name has room for, and how many departments of a stage are told. */
const roomFor = { name: 60, departments: 24 } as const

const brief = (words: string): string => shortened(oneLine(words), roomFor.name)

const stageShown = (stage: MapStage, home: Home): Shown => {
  const called = (key: string): string => brief(departmentName(home.council, key))
  const person = (one: MapPerson): string => personInMap({ ...one, name: brief(one.name ?? '') }, home)
  const cells = stage.places.slice(0, roomFor.departments).map((place): readonly Piece[] => {
    const where =
      place.region === undefined ? called(place.department) : `${called(place.department)}, ${brief(place.region)}`
    const backup = place.backup === undefined ? 'no backup' : `backup ${person(place.backup)}`
    const leads = place.department === stage.lead ? ' (leads)' : ''
    return [{ bold: where }, `${leads}: ${person(place.owner)}, ${backup}`]
  })
  const gaps = stage.gaps.filter((key) => key !== stage.lead).map(called)
  return together(
    heading(brief(stage.name)),
    text(
      stage.gaps.includes(stage.lead) ? line({ bold: leadGap(called(stage.lead)) }) : undefined,
      bullets(...cells),
      gaps.length === 0 ? undefined : line(otherGaps(gaps.slice(0, roomFor.departments), gaps.length)),
    ),
  )
}

const pages = ({ shown, before, stages }: MapPage): Shown => {
  const behind = before + shown.length
  return row([
    before > 0 && button('Previous stages', actionIds.homeBack, `stage:${Math.max(0, before - shown.length)}`),
    behind < stages && button('Next stages', actionIds.homeNext, `stage:${behind}`),
  ])
}

/** The journey map: who answers where, what is missing, and what to do about it. */
export const homeMap = (map: MapPage, home: Home): Shown =>
  together(
    heading(mapTitle),
    text(line(gapsSaid(map.gaps))),
    ...map.shown.map((stage) => stageShown(stage, home)),
    pages(map),
    muted(
      (map.stages > map.shown.length &&
        `Stages ${map.before + 1} to ${map.before + map.shown.length} of ${map.stages}`) ||
        undefined,
    ),
  )
