import type { ActListener } from '../../listener.ts'
import { readable } from '../../listener.ts'
import { parseCellValue } from '../../values.ts'

/** *Name …*: a cell of the journey map names them instead of somebody who left. */
export const nameInMap: ActListener = ({ act, value }, { useCases }) =>
  useCases.nameInMap({ ...act, ...readable(parseCellValue(value)) })
