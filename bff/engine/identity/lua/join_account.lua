-- Adds an account to those that one citizen holds; done before is the same.
-- KEYS 1 the account of the citizen
-- ARGV 1 id of the account that is joined to it  2 how long the account is kept, ms
-- RETURNS 1 added | 0 there before
local call = redis.call
local joined = call('HGET', KEYS[1], 'joined')
if joined and string.find(' ' .. joined .. ' ', ' ' .. ARGV[1] .. ' ', 1, true) then return 0 end
call('HSET', KEYS[1], 'joined', joined and joined .. ' ' .. ARGV[1] or ARGV[1])
call('PEXPIRE', KEYS[1], ARGV[2])
return 1
