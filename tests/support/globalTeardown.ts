import { endRedis } from './runRedis'

export default endRedis
