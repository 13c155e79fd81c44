-- The year that the demo's generator has made on this database, so that it is made once. Only the profile demo writes or reads
-- it; without that profile the table is empty.
CREATE TABLE demo_year (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), -- so there is one row at most
  courses   integer NOT NULL,
  seed      bigint  NOT NULL,
  last_day  date    NOT NULL,
  is_whole  boolean NOT NULL DEFAULT false -- false where the program ended before the year did
);
