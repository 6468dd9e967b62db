-- Keeps a second factor that is being set up, in place of an earlier one.
-- KEYS 1 accounts  2 factor  3 enrolment
-- ARGV 1 account  2 mark of the factor as it was read  3 ms to keep it  4 its mark  5 its sealed secret  6 the session that began it
--      7… the recovery codes' fields
-- RETURNS 1 kept | 0 the account is gone, or its factor is another by now
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then return 0 end
if (redis.call('HGET', KEYS[2], 'mark') or '') ~= ARGV[2] then return 0 end
redis.call('DEL', KEYS[3])
redis.call('HSET', KEYS[3], 'mark', ARGV[4], 'secret', ARGV[5], 'keeps', ARGV[6])
for i = 7, #ARGV do redis.call('HSET', KEYS[3], ARGV[i], 1) end
redis.call('PEXPIRE', KEYS[3], ARGV[3])
return 1
