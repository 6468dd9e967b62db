-- Adds an account when there is none at all.
-- KEYS 1 accounts
-- ARGV 1 account  2 its record as JSON
-- RETURNS 1 added | 0 there are accounts already
if redis.call('HLEN', KEYS[1]) > 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
