-- Where the patient was resident when what is counted began: the code of the municipality. It is kept of everybody, and never
-- told of people who have a protected identity when they are asked for.
ALTER TABLE indicator_fact ADD COLUMN municipality text;
