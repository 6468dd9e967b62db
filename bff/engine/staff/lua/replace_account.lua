-- Replaces an account's record, unless the account is gone or has another password by now.
-- KEYS 1 accounts
-- ARGV 1 account  2 its password hash as it was read  3 its new record as JSON
-- RETURNS 1 replaced | 0 not
local kept = redis.call('HGET', KEYS[1], ARGV[1])
if not kept or not string.find(kept, ARGV[2], 1, true) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
