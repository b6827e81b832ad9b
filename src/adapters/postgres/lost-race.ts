/** Another change of the same thing came first: the work is to be run again on what it left. */
export class LostRace extends Error {
  constructor() {
    super('another change came first')
    this.name = 'LostRace'
  }
}
