-- Takes a second factor away, and one that is being set up.
-- KEYS 1 factor  2 enrolment
-- ARGV 1 mark of the factor, or empty for any  2 mark that stands for having none  3 the session that outlives this, or empty
-- RETURNS 1 taken away | 0 there is none, or it is another by now
local kept = redis.call('HMGET', KEYS[1], 'mark', 'secret')
if ARGV[1] ~= '' and kept[1] ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[2])
if not kept[2] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'mark', ARGV[2], 'keeps', ARGV[3])
return 1
