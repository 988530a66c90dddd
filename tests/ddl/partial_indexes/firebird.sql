-- refused: jobs: firebird: index `ix_jobs_open` cannot hold only some of the rows: Firebird has partial indexes from version 5 on
--   help: leave out the filter
-- refused: jobs: firebird: index `ix_jobs_open` goes both up and down, and an index has one direction
--   help: let all of its parts go the same way, or make two indexes
-- refused: jobs: firebird: index `ix_jobs_recent` cannot hold only some of the rows: Firebird has partial indexes from version 5 on
--   help: leave out the filter
-- refused: jobs: firebird: index `ix_jobs_worker` cannot hold only some of the rows: Firebird has partial indexes from version 5 on
--   help: leave out the filter

-- create
CREATE TABLE "hands" (
    "id" BIGINT NOT NULL,
    "worker" BIGINT,
    "state" VARCHAR(20) CHARACTER SET UTF8 NOT NULL,
    "done" BOOLEAN NOT NULL,
    "made_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT "pk_hands" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ix_hands_worker" ON "hands" COMPUTED BY (CASE WHEN "worker" IS NOT NULL AND ("state" = 'in hand') THEN "worker" END);

-- drop
DROP TABLE "hands";
