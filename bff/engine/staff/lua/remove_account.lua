-- Removes an account and its second factor: one of the same name made later begins without.
-- KEYS 1 accounts  2 factor  3 enrolment
-- ARGV 1 account
-- RETURNS 1
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('DEL', KEYS[2], KEYS[3])
return 1
