-- refused: jobs: oracle: index `ix_jobs_open` cannot hold only some of the rows: Oracle has no partial indexes
--   help: leave out the filter
-- refused: jobs: oracle: index `ix_jobs_recent` cannot hold only some of the rows: Oracle has no partial indexes
--   help: leave out the filter
-- refused: jobs: oracle: index `ix_jobs_worker` cannot hold only some of the rows: Oracle has no partial indexes
--   help: leave out the filter

-- create
CREATE TABLE "hands" (
    "id" NUMBER(19) NOT NULL,
    "worker" NUMBER(19),
    "state" VARCHAR2(20 CHAR) NOT NULL,
    "done" NUMBER(1) NOT NULL,
    "made_at" TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT "pk_hands" PRIMARY KEY ("id"),
    CONSTRAINT "ck_hands_done" CHECK ("done" IN (0, 1))
);
CREATE UNIQUE INDEX "ix_hands_worker" ON "hands" (CASE WHEN "worker" IS NOT NULL AND ("state" = 'in hand') THEN "worker" END);

-- drop
DROP TABLE "hands";
