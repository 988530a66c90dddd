-- create
CREATE TABLE "events" (
    "id" INTEGER CONSTRAINT "pk_events" PRIMARY KEY AUTOINCREMENT NOT NULL,
    "title" TEXT NOT NULL CONSTRAINT "ck_events_title" CHECK (length("title") <= 40),
    "happened_at" TEXT NOT NULL,
    "place" TEXT NOT NULL CONSTRAINT "ck_events_place" CHECK (length("place") <= 40),
    "kind" INTEGER NOT NULL,
    "number" INTEGER NOT NULL
) STRICT;
CREATE INDEX "by_kind" ON "events" ("kind", "place", "id");
CREATE INDEX "ix_events_kind_happened_at" ON "events" ("kind" DESC, "happened_at" DESC);
CREATE UNIQUE INDEX "once" ON "events" ("place", "title");
CREATE INDEX "ix_events_title" ON "events" ("title");
CREATE INDEX "latest" ON "events" ("happened_at" DESC);
CREATE UNIQUE INDEX "ix_events_number" ON "events" ("number");
CREATE TABLE "mixed" (
    "id" INTEGER NOT NULL,
    "place" TEXT NOT NULL CONSTRAINT "ck_mixed_place" CHECK (length("place") <= 40),
    "happened_at" TEXT NOT NULL,
    CONSTRAINT "pk_mixed" PRIMARY KEY ("id")
) STRICT;
CREATE INDEX "ix_mixed_place_happened_at" ON "mixed" ("place", "happened_at" DESC);

-- drop
DROP TABLE "mixed";
DROP TABLE "events";
