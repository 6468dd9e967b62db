-- Makes a photo part of a rating, for good.
-- KEYS 1 the photo
-- ARGV 1 the citizen  2 the rating
-- RETURNS 1 attached, now or before | 0 not the citizen's, or part of another rating
local owner, rating = unpack(redis.call('HMGET', KEYS[1], 'owner', 'rating'))
if owner ~= ARGV[1] or (rating and rating ~= ARGV[2]) then return 0 end
redis.call('HSET', KEYS[1], 'rating', ARGV[2])
redis.call('PERSIST', KEYS[1])
return 1
