-- Notes that a sending begins, and the second time that it was repeated; of one that counts a place among the day's is taken. Without
-- a permit or a place nothing is noted; who began before needs neither any more.
-- KEYS 1 sends of the notice  2 count of the day
-- ARGV 1 sending  2 permitted 1|0  3 day  4 how many a day, or '' for one that does not count  5 for how long it is remembered, s
-- RETURNS ok, how it stood before: none, sending, resent, sent, failed | ok, unpermitted | ok, capped
local call = redis.call
local before = call('HGET', KEYS[1], ARGV[1])
if before == 'sending' then call('HSET', KEYS[1], ARGV[1], 'resent') end
if before then return { 'ok', before } end
if ARGV[2] ~= '1' then return { 'ok', 'unpermitted' } end
-- By two ways it is one message.
if ARGV[4] ~= '' and call('HEXISTS', KEYS[1], 'counted') == 0 then
  if (tonumber(call('GET', KEYS[2]) or 0) or 0) >= tonumber(ARGV[4]) then return { 'ok', 'capped' } end
  call('INCR', KEYS[2])
  call('EXPIRE', KEYS[2], ARGV[5])
  call('HSET', KEYS[1], 'counted', ARGV[3])
end
call('HSET', KEYS[1], ARGV[1], 'sending')
call('EXPIRE', KEYS[1], ARGV[5])
return { 'ok', 'none' }
