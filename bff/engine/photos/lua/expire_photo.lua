-- Forgets a photo that no rating came for.
-- KEYS 1 the photo
-- ARGV 1 ms: only what was brought before
-- RETURNS expired | kept | unknown
local at, rating = unpack(redis.call('HMGET', KEYS[1], 'at', 'rating'))
if not at then return 'unknown' end
if rating or tonumber(at) >= tonumber(ARGV[1]) then return 'kept' end
redis.call('DEL', KEYS[1])
return 'expired'
