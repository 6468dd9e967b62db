import { beginRedis } from './runRedis'

export default beginRedis
