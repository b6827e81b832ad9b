import { App, type Receiver } from '@slack/bolt'
import { z } from 'zod'
import { createHttpIntake, type HttpIntakeDeps } from './intake/http-intake.ts'
import { createSeam, type Intake } from './intake/seam.ts'
import { createSocketIntake, type SocketIntakeDeps } from './intake/socket-intake.ts'
import { type DeliveryWatch, nobodyWatches } from './intake/watch/delivery-watch.ts'
import { watchSocket, watchWork } from './intake/watch/passing.ts'
import { type ListenerDeps, readable, type SlackUseCases } from './listener.ts'
import { refuseForNow } from './refusals/not-yet.ts'
import { acts, changes, commands, events, forms, shortcuts, submissions, suggestions, turns } from './registered.ts'
import { onAct, onChange, onForm, onTurn } from './surfaces/on-click.ts'
import { onCommand } from './surfaces/on-command.ts'
import { onEvent } from './surfaces/on-event.ts'
import { onShortcut } from './surfaces/on-shortcut.ts'
import { onSubmission } from './surfaces/on-submission.ts'
import { onSuggestion } from './surfaces/on-suggestion.ts'
import { translateErrors } from './translate-errors.ts'
import { libraryLogger } from './web/log.ts'

/** How Slack reaches us: it calls us and signs, or we keep a connection open. */
export type Transport = Pick<HttpIntakeDeps, 'signingSecret'> | Omit<SocketIntakeDeps, 'log' | 'watch'>

export type SlackAppOptions = ListenerDeps & {
  /** The same for stored events, for whose end nobody waits. */
  readonly eventUseCases?: SlackUseCases
  readonly intake: Intake
  readonly transport: Transport
  readonly watch?: DeliveryWatch
}

export type SlackApp = {
  /** The address that Slack calls; none with Socket Mode. */
  readonly mounts: readonly ReturnType<typeof createHttpIntake>['mount'][]
  /** Works on a stored event; throws when it has to come back. */
  readonly processStored: (body: unknown) => Promise<void>
  /** Connects with Socket Mode, once Slack has verified the token; over HTTP there is nothing to do. */
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

const register = (app: App, deps: ListenerDeps, eventUseCases: SlackUseCases): void => {
  const eventDeps = { ...deps, useCases: eventUseCases }
  app.use(translateErrors(deps))
  for (const listener of Object.values(commands)) app.command(/^\//, onCommand(deps, listener))
  for (const [id, listener] of Object.entries(shortcuts)) app.shortcut(id, onShortcut(deps, listener))
  for (const [type, listener] of Object.entries(events)) app.event(type, onEvent(eventDeps, listener))
  for (const [id, listener] of Object.entries(acts)) app.action(id, onAct(deps, listener))
  for (const [id, listener] of Object.entries(forms)) app.action(id, onForm(deps, listener))
  for (const [id, listener] of Object.entries(changes)) app.action(id, onChange(deps, listener))
  for (const [id, listener] of Object.entries(turns)) app.action(id, onTurn(deps, listener))
  for (const [id, listener] of Object.entries(submissions)) app.view(id, onSubmission(deps, listener))
  for (const [id, listener] of Object.entries(suggestions)) app.options({ block_id: id }, onSuggestion(deps, listener))
}

const createApp = (receiver: Receiver, { connection, log }: ListenerDeps): App => {
  const app = new App({
    receiver,
    authorize: async () => {
      const { teamId, botId, botUserId } = readable(connection.identity())
      return { teamId, botId, botUserId }
    },
    logger: libraryLogger(log),
    ignoreSelf: false,
    convoStore: false,
  })
  app.error((error) => Promise.reject(error))
  return app
}

const stored = z.looseObject({})

/** Bolt with our listeners behind our own door: what comes in passes the seam first. */
export const createSlackApp = ({ intake, transport, watch = nobodyWatches, ...more }: SlackAppOptions): SlackApp => {
  const { eventUseCases = more.useCases, ...deps } = more
  const { log, clock, connection, reactions } = deps
  const socket = 'appToken' in transport ? createSocketIntake({ ...transport, log, watch }) : undefined
  const http = 'signingSecret' in transport ? createHttpIntake({ ...transport, clock, log, watch }) : undefined
  const app = createApp(readable(socket ?? http?.receiver), deps)
  register(app, deps, eventUseCases)
  const listen = app.processEvent.bind(app)
  const seam = createSeam({
    connection,
    intake,
    log,
    reactions,
    listen,
    events: new Set(Object.keys(events)),
    refuseForNow: refuseForNow(deps),
  })
  app.processEvent = socket ? watchSocket(watch, seam) : seam
  return {
    mounts: http ? [http.mount] : [],
    processStored: (body) =>
      watchWork({ watch, log }, body, () => listen({ body: stored.parse(body), ack: async () => {} })),
    start: async () => {
      await connection.verified
      await socket?.start()
    },
    stop: async () => {
      await socket?.stop()
    },
  }
}
