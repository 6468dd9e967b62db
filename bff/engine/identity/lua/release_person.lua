-- Lets go of a person, unless they have become somebody else's.
-- KEYS 1 whose person it is
-- ARGV 1 id of the citizen who lets go
-- RETURNS 1 let go | 0 not theirs
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
