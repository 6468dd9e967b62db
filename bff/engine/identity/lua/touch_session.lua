-- Reads a citizen's session, and stretches it when it was not used for a while; removes one that is over.
-- KEYS 1 session
-- ARGV 1 now ms  2 idle ms  3 how long after its last use it is noted anew, ms
-- RETURNS the session's fields and values | nil
local call = redis.call
local now, idle = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = call('HMGET', KEYS[1], 'seen', 'until')
if not kept[1] then return false end
local seen, last = tonumber(kept[1]), tonumber(kept[2])
if last <= now or seen + idle <= now then
  call('DEL', KEYS[1])
  return false
end
if now - seen >= tonumber(ARGV[3]) then
  call('HSET', KEYS[1], 'seen', ARGV[1])
  call('PEXPIRE', KEYS[1], math.min(idle, last - now))
end
return call('HGETALL', KEYS[1])
