import type { Json } from '../json.ts'
import type { StoredFile } from './types.ts'
import type { World } from './world.ts'

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  csv: 'text/csv',
  txt: 'text/plain',
  pdf: 'application/pdf',
}

/** The media type a file name promises. */
export function mediaType(name: string): string {
  return TYPES[extension(name)] ?? 'application/octet-stream'
}

/** Whether Slack has finished processing: only then may a block show the file. */
export function isProcessed(world: World, file: StoredFile): boolean {
  return file.completed && file.polls >= (world.options.filePolls ?? 1)
}

/** A file as `files.info` shows it; type and thumbnails are missing until it is processed. */
export function renderFile(world: World, id: string): Json {
  const file = world.files.get(id)
  if (!file) return { id, mode: 'tombstone' }
  const url = `${world.origin}/files/${file.id}/${encodeURIComponent(file.name)}`
  const done = isProcessed(world, file)
  const type = done ? mediaType(file.name) : ''
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: type,
    filetype: done ? extension(file.name) : '',
    pretty_type: done ? extension(file.name).toUpperCase() : '',
    user: world.bot.id,
    user_team: world.options.team.id,
    editable: false,
    size: file.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: file.channels.length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: url,
    url_private_download: url,
    permalink: url,
    ...(type.startsWith('image/') ? { thumb_360: url, original_w: 1600, original_h: 800 } : {}),
    channels: file.channels,
    groups: [],
    ims: [],
    comments_count: 0,
    has_rich_preview: false,
    file_access: 'visible',
  }
}

function extension(name: string): string {
  return name.split('.').at(-1)?.toLowerCase() ?? ''
}
