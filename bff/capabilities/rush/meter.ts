const SECOND_MS = 1_000
/** So long after the last busy second a rush is still on, so that it does not come and go under people's fingers. */
const LASTS_MS = 60_000

/** Counts what is asked; more than `rate` in a second is a rush. */
export class RushMeter {
  private second = 0
  private asked = 0
  private until = 0
  constructor(private readonly rate: number) {}

  count(now: number): void {
    const second = Math.floor(now / SECOND_MS)
    if (second !== this.second) [this.second, this.asked] = [second, 0]
    this.asked += 1
    if (this.asked > this.rate) this.until = now + LASTS_MS
  }

  isOn(now: number): boolean {
    return now < this.until
  }
}
