-- Keeps the one rating of a visit, and the duty to tell the platform of it.
-- KEYS 1 rating  2 outbox
-- ARGV 1 the rating as JSON  2 idempotency key  3 digest of what was said  4 the visit as JSON  5 who rated, sealed, or ''  6 ticket
-- RETURNS ok, the rating as JSON | err, code
local kept = redis.call('HMGET', KEYS[1], 'rating', 'key', 'digest')
if kept[1] then
  if kept[2] ~= ARGV[2] then return { 'err', 'RATING_EXISTS' } end
  if kept[3] ~= ARGV[3] then return { 'err', 'IDEMPOTENCY_KEY_REUSED' } end
  return { 'ok', kept[1] }
end
redis.call('HSET', KEYS[1], 'rating', ARGV[1], 'key', ARGV[2], 'digest', ARGV[3], 'visit', ARGV[4])
if ARGV[5] ~= '' then redis.call('HSET', KEYS[1], 'rater', ARGV[5]) end
append(KEYS[2], ARGV[6])
return { 'ok', ARGV[1] }
