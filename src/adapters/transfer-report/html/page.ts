import type { TransferAudit } from '#domain/transfer-audit/transfer-audit.ts'

/** How a page of an audit begins, so that it is known again. */
export const pageMark = '<meta name="generator" content="CX council transfer audit">'

/** An audit as one page. */
export const auditAsPage = async (audit: TransferAudit): Promise<string> => `${pageMark}${audit.figures.cases}`
