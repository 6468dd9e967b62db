-- Appends entries to a day's log, if it still ends where its end was read; the log and its cursor move in this one step.
-- KEYS 1 where the log ends  2 its entries  3 the day's events
-- ARGV 1 cursor that was read from, or ''  2 hash it ended with, or ''  3 cursor reached  4 hash it ends with now  5… the entries, packed
-- RETURNS ok, 1 | ok, 0: another was first, or the day is gone
local call = redis.call
local last = call('HMGET', KEYS[1], 'cursor', 'hash')
if (last[1] or '') ~= ARGV[1] or (last[2] or '') ~= ARGV[2] then return { 'ok', 0 } end
-- The log goes when the day's events go.
local left = call('PTTL', KEYS[3])
if left == -2 then return { 'ok', 0 } end

local entries = #ARGV - 4
call('HSET', KEYS[1], 'cursor', ARGV[3], 'hash', ARGV[4])
call('HINCRBY', KEYS[1], 'n', entries)
if left > 0 and not last[1] then call('PEXPIRE', KEYS[1], left) end
if entries > 0 and call('RPUSH', KEYS[2], unpack(ARGV, 5)) == entries and left > 0 then call('PEXPIRE', KEYS[2], left) end
return { 'ok', 1 }
