-- Puts a text that was sealed anew in the place of the old one, unless that has changed since.
-- KEYS 1 a hash
-- ARGV 1 field  2 the old text  3 the new text
-- RETURNS 1 replaced | 0 changed since
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1
