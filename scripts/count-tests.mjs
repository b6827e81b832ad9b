// Prints `N passed, N failed` from vitest's own report; ends with 1 when something failed or nothing ran.
// Usage: node scripts/count-tests.mjs REPORT. A file that could not even be loaded counts as one failure.
import { readFileSync } from 'node:fs'

const report = readFileSync(process.argv[2], 'utf8')
const { numPassedTests, numFailedTests, testResults } = JSON.parse(
  report || '{"numPassedTests":0,"numFailedTests":0,"testResults":[]}',
)
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
)
const failed = numFailedTests + broken.length
process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`)
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0
