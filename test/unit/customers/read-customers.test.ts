import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CustomerLine, readCustomers } from '#adapters/customers-file/read-customers.ts'

async function* linesOf(text: string) {
  yield* text.split(/\r?\n/)
}

const read = async (text: string): Promise<readonly CustomerLine[]> => {
  const all: CustomerLine[] = []
  for await (const line of readCustomers(linesOf(text))) all.push(line)
  return all
}

const rows = async (text: string) => (await read(text)).map((line) => ('row' in line ? line.row : line))

const saidOf = async (text: string) =>
  (await read(text)).flatMap((line) => ('message' in line ? [`${line.line}: ${line.message}`] : []))

describe('a list of customers', () => {
  it.each([
    'key,name,tier,region\nN-1,Nordwind,gold,EU',
    '\uFEFFkey,name,tier,region\r\nN-1,Nordwind,gold,EU\r\n',
    'Region;Name;Key;Tier\nEU;Nordwind;N-1;gold\n\n',
    'key\tname\ttier\tregion\nN-1\tNordwind\tgold\tEU',
    '"key","name","tier","region"\n"N-1" , "Nordwind" ,gold , EU ',
  ])('is read as %j', async (text) => {
    expect(await rows(text)).toEqual([{ key: 'N-1', name: 'Nordwind', tier: 'gold', region: 'EU' }])
  })

  it('needs only keys and names; a column that is not there is told apart from an empty value', async () => {
    expect(await rows('name,key\nNordwind,N-1')).toEqual([{ key: 'N-1', name: 'Nordwind' }])
    expect(await rows('key,name,tier\nN-1,Nordwind,')).toEqual([{ key: 'N-1', name: 'Nordwind', tier: '' }])
    expect(await rows('key\tname\ttier\nN-1\tNordwind\t')).toEqual([{ key: 'N-1', name: 'Nordwind', tier: '' }])
  })

  it('keeps separators and quotation marks that stand in quotes', async () => {
    const [row] = await rows('key,name\nN-1,"Kai ""Sea"", Sons; Ltd"')
    expect(row).toMatchObject({ name: 'Kai "Sea", Sons; Ltd' })
  })

  it('names every line with a mistake by its number, and what to do', async () => {
    const text = [
      'key,name',
      'N-1,"Nordwind',
      'N-2',
      ',Kestrel',
      'N-4,',
      '',
      'N-5,M\uFFFDller',
      `N-6,${'x'.repeat(151)}`,
    ]
    expect(await saidOf(text.join('\n'))).toEqual([
      expect.stringMatching(/^2: a quotation mark is not closed/),
      expect.stringMatching(/^3: 1 value where the first line names 2 columns/),
      expect.stringMatching(/^4: the key is missing/),
      expect.stringMatching(/^5: the name is missing/),
      expect.stringMatching(/^7: the name holds characters that cannot be read: save the file as “CSV UTF-8”/),
      expect.stringMatching(/^8: the name is longer than 150 characters/),
    ])
  })

  it.each([
    ['', 'the file is empty'],
    ['N-1,Nordwind', 'the first line must name the columns'],
    ['key,tier\nN-1,gold', 'names no column name'],
    ['key,name,regoin\nN-1,Nordwind,EU', '“regoin” is no column of a list of customers: did you mean region?'],
    ['key,name,email\nN-1,Nordwind,a@b.c', 'only key, name, tier and region are read: remove it'],
    ['key,name,name\nN-1,Nordwind,N', 'the column name is named twice'],
  ])('says of %j: %s', async (text, said) => {
    expect((await saidOf(text)).join('\n')).toContain(`1: `)
    expect((await saidOf(text)).join('\n')).toContain(said)
  })

  it('reads back whatever a spreadsheet may write', async () => {
    const value = fc.stringMatching(/^[a-z ",;äß0-9'&-]{0,20}[a-z]$/)
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, value), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        async (all, s) => {
          const lines = all.map(([key, name]) => `${quoted(key)}${s}${quoted(name)}`)
          const tidy = (text: string) => text.trim().replace(/\s+/g, ' ')
          expect(await rows([`key${s}name`, ...lines].join('\r\n'))).toEqual(
            all.map(([key, name]) => ({ key: tidy(key), name: tidy(name) })),
          )
        },
      ),
    )
  })
})
