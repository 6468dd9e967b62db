-- Ends the right to fetch a token, and keeps the token it brought; what comes after its right has gone to somebody else is not kept.
-- KEYS 1 claim  2 token
-- ARGV 1 holder  2 the token, sealed; empty when it brought none  3 for how long it is kept, ms
-- RETURNS 1 when it was the holder's, else 0
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] ~= '' then redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3]) end
redis.call('DEL', KEYS[1])
return 1
