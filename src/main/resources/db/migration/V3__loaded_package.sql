-- Which versions of the FHIR package have been put into the record.
CREATE TABLE loaded_package (
  fingerprint text PRIMARY KEY,
  loaded      timestamptz NOT NULL DEFAULT now()
);
