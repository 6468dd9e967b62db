-- Lengthens the chain of hashes over a hall's events, unless somebody has done so since it was read.
-- KEYS 1 chain
-- ARGV 1 length that is expected  2… the links, each "<event> <hash>"
-- RETURNS ok, 1 when it was lengthened, else 0
if redis.call('LLEN', KEYS[1]) ~= tonumber(ARGV[1]) then return { 'ok', 0 } end
for i = 2, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[i]) end
return { 'ok', 1 }
