-- The warnings that were said with the answer, as JSON.
ALTER TABLE idempotency_key ADD COLUMN warnings text;
