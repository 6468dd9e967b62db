-- Notes that a staff session is used, and keeps it for a while more; removes one that is over or was left idle.
-- KEYS 1 session
-- ARGV 1 now ms  2 idle ms  3 expires at ms
-- RETURNS 1 it goes on | 0 it is over
local now, idle, expires = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local used = tonumber(redis.call('HGET', KEYS[1], 'used'))
if not used or expires <= now or used + idle <= now then
  redis.call('DEL', KEYS[1])
  return 0
end
redis.call('HSET', KEYS[1], 'used', math.max(used, now))
redis.call('PEXPIRE', KEYS[1], math.min(expires - now, idle))
return 1
