-- create
CREATE TABLE "jobs" (
    "id" INTEGER NOT NULL,
    "worker" INTEGER,
    "state" TEXT NOT NULL CONSTRAINT "ck_jobs_state" CHECK (length("state") <= 20),
    "done" INTEGER NOT NULL CONSTRAINT "ck_jobs_done" CHECK ("done" IN (0, 1)),
    "made_at" TEXT NOT NULL,
    CONSTRAINT "pk_jobs" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_jobs_open" ON "jobs" ("state", "id" DESC) WHERE NOT ("done" = 1);
CREATE INDEX "ix_jobs_recent" ON "jobs" ("made_at") WHERE "made_at" >= '2026-01-31 12:00:00.000000+00:00';
CREATE INDEX "ix_jobs_worker" ON "jobs" ("worker") WHERE "worker" IS NOT NULL;
CREATE TABLE "hands" (
    "id" INTEGER NOT NULL,
    "worker" INTEGER,
    "state" TEXT NOT NULL CONSTRAINT "ck_hands_state" CHECK (length("state") <= 20),
    "done" INTEGER NOT NULL CONSTRAINT "ck_hands_done" CHECK ("done" IN (0, 1)),
    "made_at" TEXT NOT NULL,
    CONSTRAINT "pk_hands" PRIMARY KEY ("id")
) STRICT;
CREATE UNIQUE INDEX "ix_hands_worker" ON "hands" ("worker") WHERE "state" = 'in hand';

-- drop
DROP TABLE "hands";
DROP TABLE "jobs";
