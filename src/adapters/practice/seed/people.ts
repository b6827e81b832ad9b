import type { PersonSeed } from '../options.ts'
import { FOREIGN_TEAM, PEOPLE } from './ids.ts'

const WEEK = 7 * 86_400

const everyone: PersonSeed[] = [
  {
    id: PEOPLE.chloe,
    name: 'chloe',
    realName: 'Chloé Martin',
    title: 'Head of Customer Experience',
    tz: 'Europe/Paris',
  },
  {
    id: PEOPLE.ravi,
    name: 'ravi',
    realName: 'Ravi Menon',
    title: 'Workspace admin, IT lead',
    isAdmin: true,
    tz: 'Europe/London',
  },
  {
    id: PEOPLE.grace,
    name: 'grace',
    realName: 'Grace Lindholm',
    title: 'Chief Executive',
    isOwner: true,
    isAdmin: true,
  },
  { id: PEOPLE.anna, name: 'anna', realName: 'Anna Weber', displayName: 'Anna', title: 'Support agent' },
  { id: PEOPLE.omar, name: 'omar', realName: 'Omar Haddad', title: 'Support lead' },
  { id: PEOPLE.jonas, name: 'jonas', realName: 'Jonas Krüger', title: 'Support agent' },
  {
    id: PEOPLE.ben,
    name: 'ben',
    realName: 'Ben Okafor',
    displayName: 'Ben',
    title: 'Billing specialist',
    tz: 'America/New_York',
  },
  { id: PEOPLE.lou, name: 'lou', realName: 'Lou Jensen', title: 'Billing lead', tz: 'America/New_York' },
  { id: PEOPLE.mia, name: 'mia', realName: 'Mia Rossi', title: 'Sales operations', tz: 'Europe/Rome' },
  { id: PEOPLE.felix, name: 'felix', realName: 'Felix Brandt', title: 'Sales lead' },
  { id: PEOPLE.carla, name: 'carla', realName: 'Carla Mendes', title: 'Product lead', tz: 'Europe/Lisbon' },
  { id: PEOPLE.dina, name: 'dina', realName: 'Dina Cohen', title: 'Product manager', tz: 'Asia/Jerusalem' },
  { id: PEOPLE.ivo, name: 'ivo', realName: 'Ivo Petrov', title: 'Systems engineer', tz: 'Europe/Sofia' },
  { id: PEOPLE.sana, name: 'sana', realName: 'Sana Iqbal', title: 'Identity and access', tz: 'Asia/Karachi' },
  {
    id: PEOPLE.tom,
    name: 'tom',
    realName: 'Tom Nguyen',
    title: 'Billing specialist',
    tz: 'America/Chicago',
  },
  {
    id: PEOPLE.guest,
    name: 'gil.guest',
    realName: 'Gil Freelance',
    title: 'Contractor',
    isRestricted: true,
    isUltraRestricted: true,
  },
  {
    id: PEOPLE.stranger,
    name: '',
    realName: 'Nora Nordwind',
    title: 'Buyer at Nordwind',
    isStranger: true,
    teamId: FOREIGN_TEAM,
  },
  { id: PEOPLE.deactivated, name: 'petra', realName: 'Petra Gone', deleted: true },
  { id: PEOPLE.otherBot, name: 'deploybot', realName: 'Deploy Bot', isBot: true },
]

/** The people of the practice workspace at an instant (ms): one of them is away for a week from then. */
export function seedPeople(now: number): PersonSeed[] {
  const status = { text: 'On leave', emoji: ':palm_tree:', expiration: Math.floor(now / 1000) + WEEK }
  return everyone.map((person) => (person.id === PEOPLE.tom ? { ...person, status } : { ...person }))
}
