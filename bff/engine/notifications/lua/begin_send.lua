-- Notes that a sending begins. Without the permit it needs nothing is noted; who began before needs none any more.
-- KEYS 1 sends of the notice  2 permits
-- ARGV 1 way  2 template that must be permitted, or ''  3 for how long it is remembered, s
-- RETURNS ok, how it stood before: none, sending, sent, failed | ok, unpermitted
local call = redis.call
local before = call('HGET', KEYS[1], ARGV[1])
if before then return { 'ok', before } end
if ARGV[2] ~= '' then
  local p = call('HMGET', KEYS[2], ARGV[2] .. ':left', ARGV[2] .. ':lasting', ARGV[2] .. ':refused')
  if p[3] == '1' or (p[2] ~= '1' and (tonumber(p[1] or 0) or 0) < 1) then return { 'ok', 'unpermitted' } end
end
call('HSET', KEYS[1], ARGV[1], 'sending')
call('EXPIRE', KEYS[1], ARGV[3])
return { 'ok', 'none' }
