// Writes the configuration table of README.md, and .env.example, from what src/config.ts says of its variables.
// Usage: node scripts/config-table.mjs [--check] [FOLDER]; --check writes nothing and ends with 1 when they differ.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeVariables } from '../src/config.ts'

const [begin, end] = ['<!-- configuration: npm run docs:config -->', '<!-- end of configuration -->']
const [flag, ...rest] = process.argv.slice(2)
const isCheck = flag === '--check'
const folder = (isCheck ? rest[0] : flag) ?? '.'

const inCell = (text) => text.replaceAll('|', '\\|')

function table() {
  const rows = describeVariables().map(
    ({ name, purpose, fallback }) => `| \`${name}\` | ${fallback && `\`${inCell(fallback)}\``} | ${inCell(purpose)} |`,
  )
  return ['| Variable | Default | What it is for |', '|---|---|---|', ...rows].join('\n')
}

function readme(text) {
  const [before, after] = [text.indexOf(begin), text.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`README.md lacks the lines ${begin} and ${end}`)
  return `${text.slice(0, before)}${begin}\n${table()}\n${text.slice(after)}`
}

/** What only compose.yaml asks for. */
const forCompose = `# Only with compose.yaml: password of the PostgreSQL that it starts, letters and digits
POSTGRES_PASSWORD=
`

function example() {
  const lines = describeVariables().map(
    ({ name, purpose, fallback }) => `# ${purpose}\n${fallback === '' ? '' : '#'}${name}=${fallback}\n`,
  )
  return `# Copy to .env: npm start reads it. An empty variable is as good as none; what begins with # shows its default.\n\n${[...lines, forCompose].join('\n')}`
}

const files = { 'README.md': readme, '.env.example': example }
for (const [name, write] of Object.entries(files)) {
  const file = join(folder, name)
  const text = name === 'README.md' || isCheck ? readFileSync(file, 'utf8') : ''
  const wanted = write(text)
  if (!isCheck) writeFileSync(file, wanted)
  else if (text !== wanted) {
    process.stderr.write(`${name} does not say what src/config.ts says: npm run docs:config\n`)
    process.exitCode = 1
  }
}
