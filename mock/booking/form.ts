import { Refusal } from './codes'
import { isDate, minuteOf } from './times'

const faulty = (field: string): Refusal => new Refusal('A0400', { field })

/** The parameters of a request, each looked at when it is taken out; what is wrong is refused by the parameter's name. */
export class Form {
  constructor(private readonly parameters: ReadonlyMap<string, string>) {}

  text(name: string, most = 64): string {
    const value = this.parameters.get(name) ?? ''
    if (value === '' || value.length > most) throw faulty(name)
    return value
  }

  optional(name: string, most = 64): string | null {
    return this.parameters.get(name) ? this.text(name, most) : null
  }

  /** An order's or a waiting's number, which the caller chooses: 8 to 32 small letters and digits. */
  number(name: string): string {
    const value = this.text(name)
    if (!/^[0-9a-z]{8,32}$/.test(value)) throw faulty(name)
    return value
  }

  whole(name: string, low: number, high: number): number {
    const value = Number(this.text(name, 10))
    if (!Number.isInteger(value) || value < low || value > high) throw faulty(name)
    return value
  }

  flag(name: string): boolean {
    const value = this.text(name)
    if (value !== 'Y' && value !== 'N') throw faulty(name)
    return value === 'Y'
  }

  date(name: string): string {
    const value = this.text(name)
    if (!isDate(value)) throw faulty(name)
    return value
  }

  /** The minute of the day. */
  time(name: string): number {
    const minute = minuteOf(this.text(name))
    if (Number.isNaN(minute)) throw faulty(name)
    return minute
  }

  /** Names with commas between; none when there is no value. */
  names(name: string, most = 50): string[] {
    const names = (this.parameters.get(name) ?? '').split(',').filter(Boolean)
    if (names.length > most || names.some((one) => one.length > 64)) throw faulty(name)
    return names
  }

  /** `HH:mm-HH:mm*places` with commas between, in order and apart. */
  periods(name: string): { begin: number; end: number; quota: number }[] {
    const periods = (this.parameters.get(name) ?? '').split(',').filter(Boolean).map((text) => {
      const parts = /^(\d\d:\d\d)-(\d\d:\d\d)\*(\d{1,4})$/.exec(text)
      return { begin: minuteOf(parts?.[1] ?? ''), end: minuteOf(parts?.[2] ?? ''), quota: Number(parts?.[3]) }
    })
    const fit = periods.every(({ begin, end }, i) => begin < end && begin >= (periods[i - 1]?.end ?? 0))
    if (!fit || periods.length > 288) throw faulty(name)
    return periods
  }
}
