-- By what a region's facts are summed up, worked out once for each: the month in Sweden, and one of 32 groups of people of
-- which the sum names two.
ALTER TABLE indicator_fact
  ADD COLUMN month date NOT NULL
    GENERATED ALWAYS AS (date_trunc('month', happened AT TIME ZONE 'Europe/Stockholm')::date) STORED,
  ADD COLUMN person_group smallint NOT NULL GENERATED ALWAYS AS (hashtext(coalesce(patient, source)) & 31) STORED;
