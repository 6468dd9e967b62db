-- A page of a day's log.
-- KEYS 1 where the log ends  2 its entries
-- ARGV 1 after which entry  2 how many at most
-- RETURNS ok, entries there are, the page's, packed
local after = tonumber(ARGV[1])
local page = redis.call('LRANGE', KEYS[2], after, after + tonumber(ARGV[2]) - 1)
return { 'ok', tonumber(redis.call('HGET', KEYS[1], 'n') or '0'), page }
