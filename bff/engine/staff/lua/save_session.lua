-- Keeps a new staff session.
-- KEYS 1 session
-- ARGV 1 now ms  2 idle ms  3 session as JSON  4 expires at ms
-- RETURNS 1
local now, idle, expires = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[4])
redis.call('HSET', KEYS[1], 'session', ARGV[3], 'used', now)
redis.call('PEXPIRE', KEYS[1], math.max(1, math.min(expires - now, idle)))
return 1
