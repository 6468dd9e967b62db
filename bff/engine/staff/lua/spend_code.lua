-- Spends the code of a time step, and those of all steps before it.
-- KEYS 1 factor
-- ARGV 1 mark of the factor  2 time step
-- RETURNS 1 spent | 0 it was spent before, or the factor is another by now
local kept = redis.call('HMGET', KEYS[1], 'mark', 'step')
if kept[1] ~= ARGV[1] or not kept[2] or tonumber(ARGV[2]) <= tonumber(kept[2]) then return 0 end
redis.call('HSET', KEYS[1], 'step', ARGV[2])
return 1
