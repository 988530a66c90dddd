-- create
CREATE TABLE "jobs" (
    "id" bigint NOT NULL,
    "worker" bigint,
    "state" varchar(20) NOT NULL,
    "done" boolean NOT NULL,
    "made_at" timestamp(6) with time zone NOT NULL,
    CONSTRAINT "pk_jobs" PRIMARY KEY ("id")
);
CREATE INDEX "ix_jobs_open" ON "jobs" ("state", "id" DESC) WHERE NOT ("done");
CREATE INDEX "ix_jobs_recent" ON "jobs" ("made_at") WHERE "made_at" >= TIMESTAMP WITH TIME ZONE '2026-01-31 12:00:00+00';
CREATE INDEX "ix_jobs_worker" ON "jobs" ("worker") WHERE "worker" IS NOT NULL;
CREATE TABLE "hands" (
    "id" bigint NOT NULL,
    "worker" bigint,
    "state" varchar(20) NOT NULL,
    "done" boolean NOT NULL,
    "made_at" timestamp(6) with time zone NOT NULL,
    CONSTRAINT "pk_hands" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ix_hands_worker" ON "hands" ("worker") WHERE "state" = 'in hand';

-- drop
DROP TABLE "hands";
DROP TABLE "jobs";
