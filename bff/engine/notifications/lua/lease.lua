-- The right to do something alone, taken or kept.
-- KEYS 1 lease
-- ARGV 1 holder  2 for how long, ms
-- RETURNS ok, 1 when it is the holder's, else 0
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return { 'ok', 0 } end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return { 'ok', 1 }
