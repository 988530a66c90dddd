-- create
CREATE TABLE "jobs" (
    "id" bigint NOT NULL,
    "worker" bigint,
    "state" varchar(20) NOT NULL,
    "done" boolean NOT NULL,
    CONSTRAINT "pk_jobs" PRIMARY KEY ("id")
);
CREATE INDEX "ix_jobs_open" ON "jobs" ("state", "id" DESC) WHERE NOT ("done");
CREATE INDEX "ix_jobs_worker" ON "jobs" ("worker") WHERE "worker" IS NOT NULL;
CREATE TABLE "hands" (
    "id" bigint NOT NULL,
    "worker" bigint,
    "state" varchar(20) NOT NULL,
    "done" boolean NOT NULL,
    CONSTRAINT "pk_hands" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ix_hands_worker" ON "hands" ("worker") WHERE "state" = 'in hand';

-- drop
DROP TABLE "hands";
DROP TABLE "jobs";
