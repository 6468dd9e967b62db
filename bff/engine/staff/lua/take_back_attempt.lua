-- Takes back one sign-in attempt that was counted as failed, and the lock with it if fewer than lock are left.
-- KEYS 1 attempts of the account
-- ARGV 1 failures that lock
-- RETURNS 1
local failures = tonumber(redis.call('HGET', KEYS[1], 'failures'))
if not failures or failures < 1 then return 1 end
redis.call('HSET', KEYS[1], 'failures', failures - 1)
if failures - 1 < tonumber(ARGV[1]) then redis.call('HSET', KEYS[1], 'until', 0) end
return 1
