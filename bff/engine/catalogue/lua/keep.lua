-- Keeps an edition of the catalogue, unless one that was confirmed later is kept already.
-- KEYS 1 edition
-- ARGV 1 as of  2 version  3 digest of its items  4 its items, packed; empty: those that are kept are the same
-- RETURNS kept | older | unknown: other items are kept than those that were left out
local asOf = tonumber(redis.call('HGET', KEYS[1], 'asOf') or '0')
if asOf > tonumber(ARGV[1]) then return 'older' end
if ARGV[4] ~= '' then
  redis.call('HSET', KEYS[1], 'asOf', ARGV[1], 'version', ARGV[2], 'digest', ARGV[3], 'items', ARGV[4])
  return 'kept'
end
if redis.call('HGET', KEYS[1], 'digest') ~= ARGV[3] then return 'unknown' end
redis.call('HSET', KEYS[1], 'asOf', ARGV[1], 'version', ARGV[2])
return 'kept'
