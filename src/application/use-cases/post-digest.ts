import type { Digest } from '#domain/digest.ts'
import type { Act } from '../act.ts'
import type { Ports, WorkspaceId } from '../ports.ts'

type Deps = Pick<Ports, 'unitOfWork' | 'read' | 'clock' | 'directory' | 'queries' | 'schedule' | 'workspaces'>

/** The digest of the seven days before now, for one person's eyes. */
export const previewDigest =
  (_deps: Deps) =>
  async (_act: Act): Promise<Digest> => {
    throw new Error('in the next commit')
  }

/** Posts the digest of the latest slot, once. */
export const postDigest =
  (_deps: Deps) =>
  async (_workspaceId: WorkspaceId): Promise<boolean> => false
