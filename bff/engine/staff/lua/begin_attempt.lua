-- Counts one sign-in attempt as failed before its password is checked; the last one allowed locks the account.
-- KEYS 1 attempts of the account
-- ARGV 1 now ms  2 failures that lock  3 lock ms, also the time after which failures are forgotten
-- RETURNS 0 the attempt may go on | ms until which the account is locked
local now, most, span = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local kept = redis.call('HMGET', KEYS[1], 'failures', 'last', 'until')
local failures, last, locked = tonumber(kept[1]) or 0, tonumber(kept[2]) or 0, tonumber(kept[3]) or 0
if locked > now then return locked end
if locked > 0 or last + span <= now then failures = 0 end
failures = failures + 1
locked = 0
if failures >= most then locked = now + span end
redis.call('HSET', KEYS[1], 'failures', failures, 'last', now, 'until', locked)
redis.call('PEXPIRE', KEYS[1], span)
return 0
