-- The key of the demo region's token issuer, so that every node takes the tokens of the others. Only the profile demo writes
-- or reads it; without that profile the table is empty.
CREATE TABLE demo_issuer_key (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), -- so there is one row at most
  jwk       text    NOT NULL
);
