import { connect, createServer, type Server, type Socket } from 'node:net'
import { eventually } from '../eventually.ts'

type Link = { readonly client: Socket; readonly server: Socket; losing: boolean; forgotten: boolean }

/** What lies between the bot and its database, and everything that can go wrong there. */
export type DatabaseProxy = {
  /** The database's URL by way of this proxy. */
  readonly url: string
  /** Everything passes again; what was held back arrives, late and in order. */
  readonly pass: () => Promise<void>
  /** Nobody listens: new connections are refused, those that are open stay. */
  readonly refuse: () => Promise<void>
  /** Every open connection breaks now. */
  readonly cut: () => void
  /** Connections are taken and nothing goes through them any more, not even their end. */
  readonly stall: () => void
  /** The connections that are open lead nowhere from now on, without anybody being told; new ones are good. */
  readonly forget: () => void
  /** Each answer comes this much later; milliseconds. */
  readonly delay: (ms: number) => void
  /** The next request with these words is carried out, and its connection breaks instead of the answer. */
  readonly loseAnswerTo: (words: string) => void
  /** How many answers were lost that way. */
  readonly lost: () => number
  /** How many connections are open and good. */
  readonly open: () => number
  /** How many new connections wait in vain. */
  readonly waiting: () => number
  /** The database is found at another port from now on. */
  readonly leadTo: (port: number) => void
  readonly stop: () => Promise<void>
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })

/** Holds things back while it is closed, and lets them through in order. */
const createGate = () => {
  const held: (() => void)[] = []
  let closed = false
  return {
    through: (act: () => void): void => void (closed ? held.push(act) : act()),
    close: (): void => {
      closed = true
    },
    open: (): void => {
      closed = false
      for (const act of held.splice(0)) act()
    },
  }
}

/** A TCP proxy in front of a PostgreSQL. */
export const startDatabaseProxy = async (databaseUrl: string): Promise<DatabaseProxy> => {
  const target = new URL(databaseUrl)
  const links = new Set<Link>()
  const gate = createGate()
  let lateBy = 0
  let losing: string | undefined
  let lost = 0
  let waiting = 0

  const cutLink = (link: Link): void => {
    links.delete(link)
    link.client.resetAndDestroy()
    link.server.destroy()
  }
  let answers: Promise<unknown> = Promise.resolve()
  const later = (act: () => void): void => {
    const due = performance.now() + lateBy
    if (lateBy === 0) gate.through(act)
    else answers = answers.then(() => eventually(() => performance.now() >= due, 60_000)).then(() => gate.through(act))
  }
  const join = (client: Socket): void => {
    const link: Link = {
      client,
      server: connect(Number(target.port), target.hostname),
      losing: false,
      forgotten: false,
    }
    links.add(link)
    client.on('data', (chunk) => {
      if (losing !== undefined && chunk.includes(losing)) {
        link.losing = true
        losing = undefined
      }
      if (!link.forgotten) gate.through(() => link.server.write(chunk))
    })
    link.server.on('data', (chunk) => {
      if (link.forgotten) return
      if (!link.losing) return later(() => client.write(chunk))
      lost += 1
      cutLink(link)
    })
    client.on('close', () => gate.through(() => cutLink(link)))
    link.server.on('close', () => gate.through(() => cutLink(link)))
    for (const socket of [client, link.server]) socket.on('error', () => undefined)
  }
  const server = createServer((client) => {
    client.on('error', () => undefined)
    waiting += 1
    gate.through(() => {
      waiting -= 1
      if (!client.destroyed) join(client)
    })
  })
  await listen(server, 0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`

  const cut = (): void => {
    for (const link of [...links]) cutLink(link)
  }
  const pass = async (): Promise<void> => {
    lateBy = 0
    losing = undefined
    if (!server.listening) await listen(server, port)
    gate.open()
  }
  return {
    url: url.href,
    pass,
    refuse: async () => {
      server.close()
    },
    cut,
    stall: gate.close,
    forget: () => {
      for (const link of links) link.forgotten = true
    },
    delay: (ms) => {
      lateBy = ms
    },
    loseAnswerTo: (words) => {
      losing = words
    },
    lost: () => lost,
    open: () => [...links].filter((link) => !link.forgotten).length,
    waiting: () => waiting,
    leadTo: (to) => {
      target.port = String(to)
    },
    stop: async () => {
      server.close()
      cut()
      gate.open()
      cut()
    },
  }
}
