-- Keeps the one rating of a visit or case, the event of it, a bad one's work order, and the duty to tell the platform.
-- KEYS 1 rating  2 outbox
-- ARGV 1 the rating as JSON  2 idempotency key  3 digest of what was said  4 what was rated, as JSON  5 who rated, sealed, or ''
--      6 facts as JSON  7 owner or ''  8 shown as, or ''  9 given at  10 contact by, or '' for no order  11 rectify by  12 clerk or ''
-- RETURNS ok, new or replay | err, code
open(KEYS[1])
local kept = call('HMGET', KEYS[1], 'key', 'digest')
if kept[1] then
  if kept[1] ~= ARGV[2] then return fail('RATING_EXISTS') end
  if kept[2] ~= ARGV[3] then return fail('IDEMPOTENCY_KEY_REUSED') end
  return { 'ok', 'replay' }
end
call('HSET', KEYS[1], 'rating', ARGV[1], 'key', ARGV[2], 'digest', ARGV[3], 'visit', ARGV[4], 'facts', ARGV[6], 'owner', ARGV[7], 'at', ARGV[9], 'rev', 1)
if ARGV[5] ~= '' then call('HSET', KEYS[1], 'rater', ARGV[5]) end
if ARGV[8] ~= '' then call('HSET', KEYS[1], 'shown', ARGV[8]) end
note('rate', ARGV[9], 'citizen', 'facts', ARGV[6])
if ARGV[10] ~= '' then openOrder(ARGV[9], ARGV[10], ARGV[11], ARGV[12], ARGV[6]) end
append(KEYS[2], ID)
return { 'ok', 'new' }
