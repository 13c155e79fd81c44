-- What was answered to an Idempotency-Key; written in the transaction of the operation itself.
CREATE TABLE idempotency_key (
  client       text NOT NULL,
  unit         text NOT NULL,
  operation    text NOT NULL,
  key          text NOT NULL,
  request_hash text NOT NULL,
  answer       text,
  version      text,
  created      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (client, unit, operation, key)
);
CREATE INDEX idempotency_key_created ON idempotency_key (created);
