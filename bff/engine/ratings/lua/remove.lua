-- Takes away what a citizen said: its words, photos and tags, and who it was. That there was a rating stays.
-- KEYS 1 rating  2 outbox
-- ARGV 1 now  2 owner  3 what is left of the rating, as JSON
-- RETURNS ok, new or replay | err, code
open(KEYS[1])
local r = fieldsOf(KEYS[1])
if not r or r.owner ~= ARGV[2] then return fail('RATING_NOT_FOUND') end
if r.gone then return { 'ok', 'replay' } end
call('HSET', KEYS[1], 'rating', ARGV[3], 'gone', 1)
call('HDEL', KEYS[1], 'rater', 'shown')
dropOrder(ARGV[1], r.facts)
-- What a review took out of the figures is not in them any more.
note('delete', ARGV[1], 'citizen', 'facts', r.facts, 'counted', r.out and '0' or '1')
append(KEYS[2], ID)
return { 'ok', 'new' }
