import { waitForMidnight } from './midnight'
import { beginRedis } from './runRedis'

export default async (): Promise<void> => {
  await waitForMidnight()
  await beginRedis()
}
