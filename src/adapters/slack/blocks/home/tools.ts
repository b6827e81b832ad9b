import type { StaticSelect } from '@slack/types'
import type { Home, HomeShow } from '#application/home.ts'
import { severities } from '#domain/severity.ts'
import { actionIds, everything } from '../../names.ts'
import { showLabels } from '../../words/home/home.ts'
import { severityLabels } from '../../words/labels.ts'
import { button, row } from '../kit/actions.ts'
import type { Choice } from '../kit/inputs.ts'
import { menu, searchField } from '../kit/menu.ts'
import { type Shown, together } from '../kit/shown.ts'
import { mostSought } from './memory.ts'

const showsOf = ({ seesMap, hasDepartment }: Home): readonly Choice[] => {
  const shows: readonly (readonly [HomeShow, boolean])[] = [
    ['start', true],
    ['waiting', true],
    ['mine', true],
    ['department', hasDepartment],
    ['open', true],
    ['map', seesMap],
  ]
  return shows.filter(([, is]) => is).map(([value]) => ({ value, text: showLabels[value] }))
}

const severityMenu = ({ wish }: Home): StaticSelect => {
  const choices = severities.map((value) => ({ value, text: severityLabels[value] }))
  return menu(
    'Severity',
    actionIds.homeSeverity,
    [{ value: everything, text: 'Any severity' }, ...choices],
    wish.severity ?? everything,
  )
}

const departmentMenu = ({ wish, council }: Home): StaticSelect => {
  const choices = council.departments.map(({ key, name }) => ({ value: key, text: name }))
  const all = [{ value: everything, text: 'Any department' }, ...choices]
  return menu('Department', actionIds.homeDepartment, all, wish.department ?? everything)
}

/** Slack keeps what stands in a field as long as its block is called the same: it is emptied by another name. */
const findBlock = (query: string | undefined): string => (query === undefined ? 'find' : 'find_again')

/** A field in which a number or a customer is looked for. */
const findField = ({ wish: { query } }: Home): Shown =>
  searchField({
    title: 'Find an issue',
    placeholder: 'CX-42, or how the customer’s name begins; then press Enter',
    blockId: findBlock(query),
    actionId: actionIds.homeFind,
    most: mostSought,
    initial: query,
  })

/** What stands above everything: to flag, to choose what is shown, and to find. */
export const homeTools = (home: Home): Shown => {
  const { wish } = home
  return together(
    row(
      [
        button('Flag a customer issue', actionIds.flag, 'home', 'primary'),
        menu('Show', actionIds.homeShow, showsOf(home), wish.query === undefined ? wish.show : undefined),
        wish.show !== 'map' && severityMenu(home),
        wish.show !== 'map' && departmentMenu(home),
      ],
      // Slack keeps what was chosen in a menu, too, unless its block has another name.
      [
        'tools',
        wish.query === undefined ? wish.show : 'found',
        wish.severity ?? everything,
        wish.department ?? everything,
      ].join(':'),
    ),
    findField(home),
  )
}
