-- Notes how a sending ended. The place among the day's of what was surely not sent is given back.
-- KEYS 1 sends of the notice  2 count of the day
-- ARGV 1 sending  2 state: sent, failed, or none to begin anew  3 day  4 for how long it is remembered, s
-- RETURNS ok, 1 when it is sent by this, else 0
local call = redis.call
local before = call('HGET', KEYS[1], ARGV[1])
if before == 'sent' then return { 'ok', 0 } end
if ARGV[2] == 'none' then
  -- Of one that was repeated the first may have arrived still.
  if before == 'resent' then call('HSET', KEYS[1], ARGV[1], 'sending') else call('HDEL', KEYS[1], ARGV[1]) end
else
  call('HSET', KEYS[1], ARGV[1], ARGV[2])
  call('EXPIRE', KEYS[1], ARGV[4])
end
if ARGV[2] == 'sent' then return { 'ok', 1 } end
if call('HGET', KEYS[1], 'counted') == ARGV[3] then
  for _, state in ipairs(call('HVALS', KEYS[1])) do
    if state == 'sending' or state == 'resent' or state == 'sent' then return { 'ok', 0 } end
  end
  call('HDEL', KEYS[1], 'counted')
  if (tonumber(call('GET', KEYS[2]) or 0) or 0) > 0 then call('DECR', KEYS[2]) end
end
return { 'ok', 0 }
