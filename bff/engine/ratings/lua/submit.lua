-- Keeps the one rating of a visit.
-- KEYS 1 rating
-- ARGV 1 the rating as JSON  2 idempotency key  3 digest of what was said
-- RETURNS the rating as JSON | err, code
local kept = redis.call('HMGET', KEYS[1], 'rating', 'key', 'digest')
if kept[1] then
  if kept[2] ~= ARGV[2] then return { 'err', 'RATING_EXISTS' } end
  if kept[3] ~= ARGV[3] then return { 'err', 'IDEMPOTENCY_KEY_REUSED' } end
  return { 'ok', kept[1] }
end
redis.call('HSET', KEYS[1], 'rating', ARGV[1], 'key', ARGV[2], 'digest', ARGV[3])
return { 'ok', ARGV[1] }
