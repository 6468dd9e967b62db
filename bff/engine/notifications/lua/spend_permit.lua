-- Spends one permit of a template; of none nothing is spent.
-- KEYS 1 permits
-- ARGV 1 template
-- RETURNS ok, how many are left
local left = tonumber(redis.call('HGET', KEYS[1], ARGV[1] .. ':left') or 0) or 0
if left < 1 then return { 'ok', 0 } end
return { 'ok', redis.call('HINCRBY', KEYS[1], ARGV[1] .. ':left', -1) }
