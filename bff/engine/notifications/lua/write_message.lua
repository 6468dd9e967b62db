-- Puts a message into an inbox, once, newer than all before it; of too many the oldest go.
-- KEYS 1 inbox  2 bodies
-- ARGV 1 id  2 what it says  3 now ms  4 most kept  5 for how long, ms
-- RETURNS ok, 1 when it was new, else 0
local call = redis.call
local keep, now = tonumber(ARGV[5]), tonumber(ARGV[3])
if call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return { 'ok', 0 } end
-- Pages are asked for by their time: no two have the same.
local newest = call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]
local at = math.max(now, newest and tonumber(newest) + 1 or 0)
call('ZADD', KEYS[1], string.format('%.0f', at), ARGV[1])
call('HSET', KEYS[2], ARGV[1], ARGV[2])
local function drop(ids)
  if #ids == 0 then return end
  call('ZREM', KEYS[1], unpack(ids))
  call('HDEL', KEYS[2], unpack(ids))
end
drop(call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - keep), 'LIMIT', 0, 500))
drop(call('ZRANGE', KEYS[1], 0, -(tonumber(ARGV[4]) + 1)))
call('PEXPIRE', KEYS[1], keep)
call('PEXPIRE', KEYS[2], keep)
return { 'ok', 1 }
