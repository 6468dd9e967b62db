/** How many people stand in line now. */
export interface LiveWaiting {
  /** By hall, all its lines together; a hall whose queue does not answer is left out. */
  waiting(hallIds: readonly string[]): Promise<ReadonlyMap<string, number>>
}
