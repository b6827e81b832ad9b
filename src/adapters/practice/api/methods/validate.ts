import type { Problem } from '../../block-kit/check.ts'
import { checkBlocks, checkView } from '../../block-kit/surfaces.ts'
import { isJson, type Json } from '../../json.ts'
import type { Context, Method } from '../method.ts'
import { invalidArguments, SlackError } from '../slack-error.ts'

function validate({ args }: Context): Json {
  const given = ['blocks', 'message', 'view'].filter((name) => args[name] !== undefined)
  if (given.length !== 1) throw invalidArguments('provide exactly one of blocks, message, view')
  if (args.blocks !== undefined) return verdict('invalid_blocks', checkBlocks(args.blocks, 'message', ''))
  if (args.view !== undefined) return verdict('invalid_view', checkView(args.view, ''))
  const message = args.message
  if (!isJson(message)) throw invalidArguments('must provide an object [json-pointer:/message]')
  return verdict('invalid_message', checkBlocks(message.blocks ?? [], 'message'))
}

function verdict(code: string, problems: Problem[]): Json {
  if (problems.length > 0) throw new SlackError(code, { errors: problems })
  return {}
}

export const validateMethods: Record<string, Method> = {
  'blocks.validate': { args: { blocks: 'json', message: 'json', view: 'json' }, run: validate },
}
