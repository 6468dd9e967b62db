-- Makes an account one person's, for as long as it is kept.
-- KEYS 1 the account
-- ARGV 1 id of the person  2 how long the account is kept, ms
-- RETURNS whose it is: the person's of the first call
local call = redis.call
local bound = call('HGET', KEYS[1], 'bound')
if bound then return bound end
call('HSET', KEYS[1], 'bound', ARGV[1])
call('PEXPIRE', KEYS[1], ARGV[2])
return ARGV[1]
