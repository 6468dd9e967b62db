-- Keeps the last good copy of an answer, and lets the oldest of its bucket go when there are too many.
-- KEYS 1 the bucket's index  2 the copy
-- ARGV 1 name of the copy in the index  2 the copy, sealed  3 as of, ms  4 how long copies are kept, ms  5 how many at most
--   6 what the keys of the bucket's copies begin with
-- RETURNS 1 kept | 0 there is a newer one
local call = redis.call
local as_of, keep_ms, most = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local before = call('ZSCORE', KEYS[1], ARGV[1])
-- The index may know a copy that has ended by itself.
if before and tonumber(before) > as_of and call('EXISTS', KEYS[2]) == 1 then return 0 end
call('SET', KEYS[2], ARGV[2], 'PX', keep_ms)
call('ZADD', KEYS[1], as_of, ARGV[1])
call('PEXPIRE', KEYS[1], keep_ms)
call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. string.format('%.0f', as_of - keep_ms))
local over = call('ZCARD', KEYS[1]) - most
if over > 0 then
  local popped = call('ZPOPMIN', KEYS[1], over)
  for i = 1, #popped, 2 do call('DEL', ARGV[6] .. popped[i]) end
end
return 1
