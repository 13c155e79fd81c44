-- What counts for the indicators: each row follows from the resources about one source (a request, a case, the receipt of a
-- message, a rule set aside) as they are, and is written anew in the transaction of every change of them.
CREATE TABLE indicator_fact (
  source    text        NOT NULL, -- Type/id
  indicator text        NOT NULL, -- code of CodeSystem/indicator
  happened  timestamptz NOT NULL, -- in which period it counts
  unit      text        NOT NULL, -- id of the Organization that it counts for
  patient   text,                 -- id
  met       boolean,              -- is it of the numerator? Null where the indicator has none
  minutes   bigint,               -- how long it took, where the indicator is a time
  track     text,
  specialty text,
  category  text,                 -- outcome, reason or rule
  age_group text,
  sex       text,
  known_to  text[]      NOT NULL, -- ids of the Organizations that have sent or received it
  PRIMARY KEY (source, indicator)
);
CREATE INDEX indicator_fact_period ON indicator_fact (indicator, happened);
CREATE INDEX indicator_fact_unit ON indicator_fact (indicator, unit, happened);

-- By which version of the program's definitions the rows were written; another has them written anew at the start.
CREATE TABLE indicator_state (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), -- so there is one row at most
  version   integer NOT NULL
);
