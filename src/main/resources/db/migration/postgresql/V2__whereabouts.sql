-- Who has a key or a GUID that only one may have.
create unique index product_key_fingerprint on product_key (fingerprint);
-- not unique: one commit may hand a GUID from one seat to another, and the rules judge what is left of it
create index seat_subscription_guid on seat (subscription_guid);
