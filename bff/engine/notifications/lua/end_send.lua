-- Notes how a sending ended. What was sent is counted on its day and spends a permit, once.
-- KEYS 1 sends of the notice  2 permits  3 count of the day
-- ARGV 1 way  2 state: sent, failed, or none to begin anew  3 template  4 counted 1|0  5 for how long it is remembered, s
-- RETURNS ok
local call = redis.call
local before = call('HGET', KEYS[1], ARGV[1])
if before == 'sent' then return { 'ok' } end
if ARGV[2] == 'none' then
  call('HDEL', KEYS[1], ARGV[1])
  return { 'ok' }
end
call('HSET', KEYS[1], ARGV[1], ARGV[2])
call('EXPIRE', KEYS[1], ARGV[5])
if ARGV[2] == 'sent' then
  if (tonumber(call('HGET', KEYS[2], ARGV[3] .. ':left') or 0) or 0) > 0 then call('HINCRBY', KEYS[2], ARGV[3] .. ':left', -1) end
  -- By two ways it is one message.
  if ARGV[4] == '1' and call('HSETNX', KEYS[1], 'counted', '1') == 1 then
    call('INCR', KEYS[3])
    call('EXPIRE', KEYS[3], ARGV[5])
  end
end
return { 'ok' }
