-- Changes a rating, once. A good one that turns bad opens a work order, a bad one that turns good ends its.
-- KEYS 1 rating  2 outbox
-- ARGV 1 the rating as JSON  2 idempotency key  3 digest of what was said  4 now  5 who rated, sealed, or ''  6 facts as JSON
--      7 owner  8 shown as, or ''  9 for how long it may be changed, ms  10 contact by, or '' for a good rating  11 rectify by  12 clerk or ''
-- RETURNS ok, new or replay | err, code
open(KEYS[1])
local r = fieldsOf(KEYS[1])
if not r or r.gone or r.owner ~= ARGV[7] then return fail('RATING_NOT_FOUND') end
if r.key2 == ARGV[2] then
  if r.digest2 ~= ARGV[3] then return fail('IDEMPOTENCY_KEY_REUSED') end
  return { 'ok', 'replay' }
end
if r.rev ~= '1' or r.out or tonumber(ARGV[4]) - tonumber(r.at) > tonumber(ARGV[9]) then return fail('RATING_CHANGE_OVER') end
call('HSET', KEYS[1], 'rating', ARGV[1], 'key2', ARGV[2], 'digest2', ARGV[3], 'facts', ARGV[6], 'rev', 2)
call('HDEL', KEYS[1], 'rater', 'shown')
if ARGV[5] ~= '' then call('HSET', KEYS[1], 'rater', ARGV[5]) end
if ARGV[8] ~= '' then call('HSET', KEYS[1], 'shown', ARGV[8]) end
note('change', ARGV[4], 'citizen', 'facts', ARGV[6], 'before', r.facts)
if ARGV[10] == '' then
  dropOrder(ARGV[4], ARGV[6])
elseif call('EXISTS', orderKey()) == 0 then
  openOrder(ARGV[4], ARGV[10], ARGV[11], ARGV[12], ARGV[6])
end
append(KEYS[2], ID)
return { 'ok', 'new' }
