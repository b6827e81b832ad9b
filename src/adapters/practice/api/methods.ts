import type { Method } from './method.ts'
import { chatMethods } from './methods/chat.ts'
import { chatEphemeral } from './methods/chat-ephemeral.ts'
import { chatPost } from './methods/chat-post.ts'
import { conversationMethods } from './methods/conversations.ts'
import { fileMethods } from './methods/files.ts'
import { historyMethods } from './methods/history.ts'
import { reactionMethods } from './methods/reactions.ts'
import { teamMethods } from './methods/team.ts'
import { userMethods } from './methods/users.ts'
import { validateMethods } from './methods/validate.ts'
import { viewMethods } from './methods/views.ts'

/** Every Web API method the workspace knows. */
export const METHODS: Record<string, Method> = {
  ...teamMethods,
  ...chatPost,
  ...chatEphemeral,
  ...chatMethods,
  ...viewMethods,
  ...userMethods,
  ...conversationMethods,
  ...historyMethods,
  ...reactionMethods,
  ...fileMethods,
  ...validateMethods,
}
