import { Round } from '../../round'

export interface JobWatchParts<State> {
  readonly state: () => Promise<State>
  /** Ends what was kept long enough. */
  readonly tidy: () => Promise<void>
  readonly show: (state: State) => void
  readonly everyMs: number
}

/** Shows how many messages are on their way, and how many found none, and keeps those no longer than they are to be kept. */
export class JobWatch<State> extends Round {
  constructor(private readonly parts: JobWatchParts<State>, report: (error: unknown) => void) {
    super({ everyMs: parts.everyMs, idle: 0, failed: report })
  }

  protected async round(): Promise<number> {
    await this.parts.tidy()
    this.parts.show(await this.parts.state())
    return 1
  }
}
