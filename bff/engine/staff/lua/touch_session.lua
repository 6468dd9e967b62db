-- Reads a staff session and keeps it for a while more; removes one that is over or was left idle.
-- KEYS 1 session
-- ARGV 1 now ms  2 idle ms
-- RETURNS the session as JSON | nil
local now, idle = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = redis.call('HMGET', KEYS[1], 'session', 'expires', 'idle')
if not kept[1] then return false end
local left = tonumber(kept[2]) - now
if left <= 0 or tonumber(kept[3]) <= now then
  redis.call('DEL', KEYS[1])
  return false
end
redis.call('HSET', KEYS[1], 'idle', now + idle)
redis.call('PEXPIRE', KEYS[1], math.min(left, idle))
return kept[1]
