/**
 * So many clients, each doing the next thing as soon as its last is done, until all `count` are. The first failure stops
 * them all and is thrown.
 */
export const crowd = async (clients: number, count: number, act: (index: number) => Promise<void>): Promise<void> => {
  let next = 0
  const client = async (): Promise<void> => {
    while (next < count) {
      const index = next
      next += 1
      try {
        await act(index)
      } catch (error) {
        next = count
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
}
