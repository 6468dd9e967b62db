/** How many people stand in line now. */
export interface LiveWaiting {
  /** By hall, all its lines together, in one round trip; a hall left out counts as nobody waiting. */
  waiting(hallIds: readonly string[]): Promise<ReadonlyMap<string, number>>
}
