-- The files of DocumentReferences, apart from the resources; written in the transaction of the DocumentReference.
CREATE TABLE attachment (
  id           text PRIMARY KEY, -- of the DocumentReference, and of the Binary by which the file is read
  content_type text NOT NULL,
  size         integer NOT NULL,
  sha256       text NOT NULL,
  content      bytea NOT NULL,
  created      timestamptz NOT NULL DEFAULT now()
);
-- Uncompressed, so that a piece of a file is read without what stands before it.
ALTER TABLE attachment ALTER COLUMN content SET STORAGE EXTERNAL;
