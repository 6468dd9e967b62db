-- Spends a recovery code.
-- KEYS 1 factor
-- ARGV 1 mark of the factor  2 the code's field
-- RETURNS 1 spent | 0 there is none such left, or the factor is another by now
if redis.call('HGET', KEYS[1], 'mark') ~= ARGV[1] then return 0 end
return redis.call('HDEL', KEYS[1], ARGV[2])
