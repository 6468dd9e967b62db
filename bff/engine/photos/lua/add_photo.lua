-- Notes whose a photo is. Unless it is attached it is forgotten by itself, well after the sweeper has come for it.
-- KEYS 1 the photo
-- ARGV 1 the citizen  2 now ms  3 how long it is remembered, ms
-- RETURNS 1
redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'at', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
