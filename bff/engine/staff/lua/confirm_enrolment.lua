-- Makes what was being set up the second factor. Whatever else changes a factor takes an enrolment away, so that it fits still.
-- KEYS 1 factor  2 enrolment
-- ARGV 1 mark of the enrolment  2 time step of its first code
-- RETURNS 1 it is the factor now | 0 it is gone, or another is under way
if redis.call('HGET', KEYS[2], 'mark') ~= ARGV[1] then return 0 end
redis.call('RENAME', KEYS[2], KEYS[1])
redis.call('PERSIST', KEYS[1])
redis.call('HSET', KEYS[1], 'first', ARGV[2], 'step', ARGV[2])
return 1
